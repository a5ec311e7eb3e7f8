/** Everything a clause may expect, in the order in which it is written. */
import { count } from './count.ts'
import { errors } from './errors.ts'
import type { Expectation } from './expectation.ts'
import { nodes } from './nodes.ts'
import { only } from './only.ts'
import { p95 } from './p95.ts'
import { patches } from './patches.ts'
import { pushes } from './pushes.ts'
import { render } from './render.ts'
import { transport } from './transport.ts'

export const EXPECTATIONS: readonly Expectation[] = [
  only,
  count,
  render,
  patches,
  nodes,
  p95,
  transport,
  errors,
  pushes,
]
