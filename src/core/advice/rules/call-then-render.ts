/**
 * A call whose answer always ends in a render: by a dispatch right after it, or by the page's own hand inside of what the view renders,
 * where the next render knows nothing of it. Refuses what a page draws where djust leaves it alone (`dj-update="ignore"`).
 */
import type { Exchange } from '../../exchange.ts'
import { formatCount } from '../../numbers.ts'
import { partitionPoint } from '../../partition-point.ts'
import { quote } from '../../quote.ts'
import { block, identifier, members, signature } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf, isAnswered } from '../targets.ts'

const ENOUGH = 3
/** A dispatch that was sent this soon after an answer was sent because of it, ms. */
const SOON = 100

export const callThenRender: AdviceRule = {
  id: 'call-then-render',
  title: 'A call that ends in a render',
  find(rows) {
    const dispatches = rows.filter(({ kind }) => kind === 'dispatch')
    return byTarget(rows, 'call').flatMap((group) => {
      const answered = group.filter(isAnswered)
      const [first] = answered
      if (!first || answered.length < ENOUGH) return []
      const byHand = answered.every(({ drawn }) => drawn !== undefined && drawn.inside > 0)
      const followers = answered.flatMap((row) => followerOf(row, dispatches) ?? [])
      const isFollowed =
        followers.length === answered.length && followers.every(({ name }) => name === followers[0]?.name)
      if (!byHand && !isFollowed) return []
      const handler = identifier(followers[0]?.name ?? first.name)
      const what = isFollowed
        ? `by the dispatch ${quote(followers[0]?.name ?? '')}`
        : 'by nodes that the page changed inside of the view'
      return {
        rule: 'call-then-render',
        subject: first.name,
        says: `Each of ${formatCount(answered.length)} calls of ${quote(first.name)} was followed ${what}.`,
        rows: isFollowed ? answered.flatMap(({ id }, at) => [id, followers[at]?.id ?? id]) : idsOf(answered),
        certainty: byHand ? 'sure' : 'likely',
        because: byHand
          ? 'The DOM was observed while the page handled each answer: it changed inside of what the view renders, and outside of dj-update="ignore". The next render knows nothing of it.'
          : `Each dispatch went out within ${SOON} ms of the answer, with no click or key of its own. A dispatch that only now and then follows would refute it.`,
        fix: {
          says: 'Ask once: let an event handler do the work and change what the view shows, so that one answer brings the patches.',
          python: block(
            'from djust.decorators import event_handler',
            '',
            '@event_handler',
            `def ${handler}(${signature(first)}):`,
            '    self.shown = ...  # what the template renders',
          ),
          js: `djust.handleEvent(${JSON.stringify(handler)}, ${members(first)})`,
        },
      }
    })
  },
}

function followerOf({ times, answered }: Exchange, dispatches: readonly Exchange[]): Exchange | undefined {
  if (!answered) return undefined
  const from = times.answering ?? answered.at
  const place = partitionPoint(0, dispatches.length, (index) => (dispatches[index]?.at ?? 0) < from)
  const next = dispatches[place]
  return next && next.at - answered.at <= SOON && next.trigger?.certainty !== 'same-task' ? next : undefined
}
