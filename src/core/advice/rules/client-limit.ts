/**
 * How much the server shall give is said by the page, and whoever writes to the server may say more. Refuses a parameter of that name
 * whose answer is no list: it limits something else.
 */
import type { Exchange } from '../../exchange.ts'
import { isRecord } from '../../is-record.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, callOf, identifier, members, signature } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf, isAnswered, paramsOf, resultOf } from '../targets.ts'

const LIMIT = /^(?:limit|page_?size|per_?page|max_?(?:results|rows|items|hits)|num_?results)$/i

export const clientLimit: AdviceRule = {
  id: 'client-limit',
  title: 'A limit that the page sets',
  find: (rows) =>
    byTarget(rows, 'call').flatMap((group) => {
      const limited = group.filter((row) => isAnswered(row) && limitOf(row) !== undefined)
      const [first] = limited
      const limit = first && limitOf(first)
      if (!limit) return []
      const [name, value] = limit
      return {
        rule: 'client-limit',
        subject: first.name,
        says: `The page told ${quote(first.name)} how many to give (${name}=${value}) in ${formatMany(limited.length, 'call', 'calls')}.`,
        rows: idsOf(limited),
        certainty: 'likely',
        because:
          'A whole number under such a name was sent, and a list of no more came back. A server that caps it would refute it, which cannot be seen from here.',
        fix: {
          says: 'Let the server decide, or cap what the page says.',
          python: block(
            'MOST = 20',
            '',
            `def ${identifier(first.name)}(${signature(first, [name])}):`,
            '    return list(found[:MOST])',
          ),
          js: `const hits = await ${callOf(first, members(first, [name]))}`,
        },
      }
    }),
}

function limitOf(row: Exchange): [name: string, value: number] | undefined {
  const limit = Object.entries(paramsOf(row) ?? {}).find(([name]) => LIMIT.test(name))
  if (!limit || typeof limit[1] !== 'number' || !Number.isInteger(limit[1])) return undefined
  const length = lengthIn(resultOf(row))
  return length !== undefined && length <= limit[1] ? [limit[0], limit[1]] : undefined
}

/** Of the list that was given back, by itself or as a member. */
function lengthIn(result: unknown): number | undefined {
  if (Array.isArray(result)) return result.length
  const list = isRecord(result) ? Object.values(result).find(Array.isArray) : undefined
  return list?.length
}
