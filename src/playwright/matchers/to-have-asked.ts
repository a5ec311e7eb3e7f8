/** `toHaveCalled`, `toHaveDispatched`: the page asked for it, so often. */
import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'
import type { Asked, Djust } from '../public.ts'
import { polled } from './polled.ts'
import { seenRows } from './seen-rows.ts'

export function toHaveAsked(kind: 'call' | 'dispatch') {
  const verb = kind === 'call' ? 'called' : 'dispatched'
  return async function (
    this: ExpectMatcherState,
    djust: Djust,
    name: string,
    { times }: Asked = {},
  ): Promise<MatcherReturnType> {
    const count = () => djust.rows().filter((row) => row.kind === kind && row.name === name).length
    const has = () => (times === undefined ? count() > 0 : count() === times)
    // A count may still grow.
    if (times !== undefined) await djust.settled()
    const pass = await polled(this, () => djust.settled(), has)
    const wanted = times === undefined ? '' : ` ${times} times`
    return {
      pass,
      message: () =>
        `The page should ${this.isNot ? 'not ' : ''}have ${verb} ${name}${wanted}, and ${verb} it ${count()} times.\n${seenRows(djust.rows())}`,
    }
  }
}
