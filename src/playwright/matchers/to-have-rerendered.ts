/** `toHaveRerendered`: something, or what has that name, made the page re-render. */
import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'
import type { Djust, DjustRow } from '../public.ts'
import { polled } from './polled.ts'
import { seenRows } from './seen-rows.ts'

const RERENDERS: readonly DjustRow['render'][] = ['patched', 'replaced', 'local']

export async function toHaveRerendered(
  this: ExpectMatcherState,
  djust: Djust,
  name?: string,
): Promise<MatcherReturnType> {
  const found = () =>
    djust
      .rows()
      .filter(
        (row) =>
          row.kind !== 'system' &&
          RERENDERS.includes(row.render) &&
          (name === undefined || row.name === name),
      )
  const pass = await polled(
    this,
    () => djust.settled(),
    () => found().length > 0,
  )
  const what = name === undefined ? 'The page' : name
  return {
    pass,
    message: () =>
      this.isNot
        ? `${what} should not have re-rendered the page, and did: ${found()
            .map((row) => `${row.kind} ${row.name}${row.trigger ? ` (${row.trigger})` : ''}`)
            .join(', ')}.\n${seenRows(djust.rows())}`
        : `${what} should have re-rendered the page, and did not.\n${seenRows(djust.rows())}`,
  }
}
