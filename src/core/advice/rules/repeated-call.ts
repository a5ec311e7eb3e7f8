/**
 * The same question with the same answer, again and again: the page can remember it. Refuses questions whose answers differ, which ask
 * for news, and answers of true, false or nothing, which say that something was done.
 */
import type { Exchange } from '../../exchange.ts'
import { startOf } from '../../moments.ts'
import { formatCount } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, callOf } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, type Group, groupBy, idsOf, isAnswered, resultOf } from '../targets.ts'

const ENOUGH = 3
/** What is asked again within this is no second question, ms. */
const APART = 250

export const repeatedCall: AdviceRule = {
  id: 'repeated-call',
  title: 'The same call again',
  find: (rows) =>
    byTarget(rows, 'call').flatMap((group) => {
      const known = group.filter((row) => isAnswered(row) && row.request && !row.request.cut)
      const repeated = groupBy(known, ({ request }) => request?.text ?? '').filter(isRepeated)
      const [first] = repeated[0] ?? []
      const proof = repeated.flat()
      if (!first) return []
      return {
        rule: 'repeated-call',
        subject: first.name,
        says: `${quote(first.name)} was asked ${formatCount(repeated[0]?.length ?? 0)} times with the same parameters, and each time the answer was the same.`,
        rows: idsOf(proof),
        certainty: 'likely',
        because:
          'Parameters and answers are the same, byte for byte. Data that changes rarely but must be fresh at once would refute it.',
        fix: {
          says: 'Remember the answer in the page. `lru_cache` on the method is no cache: every call mounts a fresh view.',
          js: block(
            'const known = new Map()',
            'async function ask(params) {',
            '  const key = JSON.stringify(params)',
            `  if (!known.has(key)) known.set(key, await ${callOf(first, 'params')})`,
            '  return known.get(key)',
            '}',
          ),
          python: block(
            'from django.core.cache import cache',
            '',
            `value = cache.get_or_set(key, compute, timeout=60)  # what costs in ${first.name}`,
          ),
        },
      }
    }),
}

function isRepeated(group: Group): boolean {
  const text = group[0].answers[0]?.text
  if (group.some(({ answers: [answer] }) => answer?.cut || answer?.text !== text)) return false
  const result = resultOf(group[0])
  if (result === undefined || result === null || typeof result === 'boolean') return false
  return group.filter((row, at) => isApart(row, group[at - 1])).length >= ENOUGH
}

const isApart = (row: Exchange, before: Exchange | undefined) =>
  before === undefined || startOf(row) - startOf(before) >= APART
