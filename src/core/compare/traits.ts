/** Everything of a group that either changed or did not, in the order in which a reviewer asks. */
import { count } from './count.ts'
import { failing } from './failing.ts'
import { pause } from './pause.ts'
import { rerender } from './rerender.ts'
import type { Trait } from './trait.ts'
import { transport } from './transport.ts'

export const TRAITS: readonly Trait[] = [rerender, count, pause, transport, failing]
