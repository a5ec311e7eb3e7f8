/**
 * A message for every key: the text that is sent grows or shrinks by one character each time, in the same breath as the key or faster
 * than any pause. Refuses a field that waits for a pause and is typed in so slowly that every key has one of its own.
 */
import type { Exchange } from '../../exchange.ts'
import { startOf } from '../../moments.ts'
import { formatCount } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, callOf, identifier } from '../code.ts'
import type { AdviceRule, Finding } from '../finding.ts'
import { byTarget, idsOf, paramsOf } from '../targets.ts'

/** Rows in one run. */
const ENOUGH = 4
/** No useful pause is shorter, ms. */
const PAUSE = 150
/** A run is over when nothing came for so long, ms. */
const RUN = 2000
const KEYS = /^(?:input|keydown|keyup)$/

export const noDebounce: AdviceRule = {
  id: 'no-debounce',
  title: 'A message for every key',
  find: (rows) =>
    byTarget(rows, 'call', 'dispatch').flatMap((group) => {
      const proof = runsIn(group).filter((run) => run.length >= ENOUGH)
      const longest = proof.toSorted((a, b) => b.length - a.length)[0]
      return longest ? advice(longest, proof.flat()) : []
    }),
}

function runsIn(group: readonly Exchange[]): Exchange[][] {
  const runs: Exchange[][] = []
  let before: { row: Exchange; params: Record<string, unknown> } | undefined
  for (const row of group) {
    const params = paramsOf(row)
    if (!params) continue
    const run = runs.at(-1)
    if (run && before && isStep(before.row, row) && isOneKey(before.params, params)) run.push(row)
    else runs.push([row])
    before = { row, params }
  }
  return runs
}

function isStep(before: Exchange, row: Exchange): boolean {
  const gap = startOf(row) - startOf(before)
  if (gap > RUN || row.trigger?.element !== before.trigger?.element) return false
  return gap < PAUSE || (row.trigger?.certainty === 'same-task' && KEYS.test(row.trigger.event))
}

/** One text is the other and one more character at its end. */
function isOneKey(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
  return Object.entries(after).some(([name, to]) => {
    const from = before[name]
    if (typeof from !== 'string' || typeof to !== 'string' || Math.abs(to.length - from.length) !== 1)
      return false
    return to.startsWith(from) || from.startsWith(to)
  })
}

function advice(longest: readonly Exchange[], proof: readonly Exchange[]): Finding {
  const [first, last] = [longest[0] as Exchange, longest.at(-1) as Exchange]
  const isCall = first.kind === 'call'
  const isSameTask = longest.slice(1).every(({ trigger }) => trigger?.certainty === 'same-task')
  return {
    rule: 'no-debounce',
    subject: first.name,
    says: `${formatCount(longest.length)} messages of ${quote(first.name)} went out in ${Math.round(startOf(last) - startOf(first))} ms, one for every key.`,
    rows: idsOf(proof),
    certainty: 'sure',
    because: isSameTask
      ? 'Each was sent in the same task as the key, and its text differs by one character from the one before. A message sent from a timer would refute it.'
      : `Each came less than ${PAUSE} ms after the one before, and its text differs by one character. Longer pauses between them would refute it.`,
    fix: {
      says: 'Wait until the typing pauses, and ask once.',
      ...(isCall
        ? {
            js: block(
              'let timer',
              "input.addEventListener('input', () => {",
              '  clearTimeout(timer)',
              `  timer = setTimeout(() => ${callOf(first)}.then(show), 200)`,
              '})',
            ),
          }
        : {
            html: `<input dj-input="${identifier(first.name)}" dj-debounce="300">`,
            python: block(
              'from djust.decorators import debounce, event_handler',
              '',
              '@debounce(wait=0.3)',
              '@event_handler',
              `def ${identifier(first.name)}(self, value: str = "", **kwargs):`,
              '    ...',
            ),
          }),
    },
  }
}
