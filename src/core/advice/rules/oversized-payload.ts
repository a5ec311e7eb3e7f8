/**
 * A message that is too large for what it does. Refuses files that are sent, whole HTML, which is another matter, and frames that DEBUG
 * swells (`_debug` carries the patches a second time).
 */
import type { Exchange } from '../../exchange.ts'
import { formatBytes, formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget, idsOf } from '../targets.ts'

/** Bytes of one message. */
const LARGE = 100_000

export const oversizedPayload: AdviceRule = {
  id: 'oversized-payload',
  title: 'A very large message',
  find: (rows) =>
    byTarget(rows, 'call', 'dispatch', 'push').flatMap((group) => {
      const large = group.filter((row) => sizeOf(row) >= LARGE)
      const [first] = large
      if (!first) return []
      const most = large.reduce((row, other) => (sizeOf(other) > sizeOf(row) ? other : row))
      const isUp = most.sent > most.received
      return {
        rule: 'oversized-payload',
        subject: first.name,
        says: `${formatMany(large.length, 'message', 'messages')} of ${quote(first.name)} weighed ${formatBytes(LARGE)} or more; the largest ${isUp ? 'sent' : 'answered'} ${formatBytes(sizeOf(most))}.`,
        rows: idsOf(large),
        certainty: 'sure',
        because: 'Bytes on the wire, counted. Compression on the way may make it less.',
        fix: isUp
          ? {
              says: 'Send files as uploads, in pieces and with progress, not as a parameter.',
              python: block(
                'from djust.uploads import UploadMixin',
                '',
                'def mount(self, request, **kwargs):',
                '    self.allow_upload("file", max_entries=1)',
              ),
            }
          : {
              says: 'Give what is shown, and the rest when it is asked for.',
              python: block(
                'SHOWN = 50',
                '',
                'return [{"id": one.id, "name": one.name} for one in found[:SHOWN]]',
              ),
            },
      }
    }),
}

function sizeOf({ sent, received, verdict, answers, request }: Exchange): number {
  if (verdict.render === 'replaced' || answers.some(({ text }) => text.includes('"_debug":'))) return 0
  return Math.max(request?.encoding ? 0 : sent, received)
}
