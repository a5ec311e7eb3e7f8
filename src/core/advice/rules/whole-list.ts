/**
 * One item came or went, and all the others were written anew, because nothing tells djust which is which. Refuses a list whose items all
 * changed while none came or went.
 */
import type { Exchange } from '../../exchange.ts'
import { isRecord } from '../../is-record.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { frameOf, patchesIn } from '../../sent-patches.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf } from '../targets.ts'

/** Items that were written anew. */
const ENOUGH = 5
const COMES_OR_GOES = /^(?:Insert|Remove)Child$/
const WRITES = /^(?:SetText|SetAttr|Replace)$/

export const wholeList: AdviceRule = {
  id: 'whole-list',
  title: 'The whole list again',
  find: (rows) =>
    byTarget(rows, 'dispatch', 'push').flatMap((group) => {
      const rewritten = group.map(rewrittenBy)
      const proof = group.filter((_, at) => (rewritten[at] ?? 0) >= ENOUGH)
      const [first] = proof
      if (!first) return []
      const most = rewritten.reduce((max, count) => Math.max(max, count), 0)
      return {
        rule: 'whole-list',
        subject: first.name,
        says: `Because of ${quote(first.name)} items came or went in a list, and up to ${formatMany(most, 'other item was', 'other items were')} written anew.`,
        rows: idsOf(proof),
        certainty: 'likely',
        because:
          'One answer both inserted or removed children of an element and wrote into its other children. If every item has truly changed, it had to.',
        fix: {
          says: 'Give every item of the list a key, so that djust moves and inserts instead of writing all of them anew.',
          html: block(
            '{% for item in items %}',
            '<li id="item-{{ item.id }}" dj-key="{{ item.id }}">{{ item.name }}</li>',
            '{% endfor %}',
          ),
        },
      }
    }),
}

/** The most items of one list that were written into by an answer which also inserted or removed some of it. */
function rewrittenBy({ answers }: Exchange): number {
  let most = 0
  for (const answer of answers) {
    const frame = answer.text.includes('Child') ? frameOf(answer) : undefined
    if (!frame) continue
    const lists = new Map<string, Set<number>>()
    const written: number[][] = []
    for (const { patch, depth } of patchesIn(frame)) {
      if (depth > 0 || !isRecord(patch)) continue
      const { type, path } = patch
      if (!isPath(path) || typeof type !== 'string') continue
      if (COMES_OR_GOES.test(type)) lists.set(path.join(), new Set())
      else if (WRITES.test(type)) written.push(path)
    }
    if (lists.size === 0) continue
    for (const path of written)
      for (const [at, child] of path.entries()) lists.get(path.slice(0, at).join())?.add(child)
    for (const { size } of lists.values()) most = Math.max(most, size)
  }
  return most
}

const isPath = (path: unknown): path is number[] =>
  Array.isArray(path) && path.length < 50 && path.every((step) => typeof step === 'number')
