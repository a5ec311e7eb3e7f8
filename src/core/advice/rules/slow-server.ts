/**
 * The server takes long. Refuses a wait that nobody can divide: the server says nothing of its time, and nothing on the same line was
 * fast.
 */
import type { Exchange } from '../../exchange.ts'
import { formatMs } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, identifier, signature } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { ENOUGH, fastestBy, medianOf, SLOW, unqueued } from '../slowness.ts'
import { byTarget, idsOf, waitOf } from '../targets.ts'

export const slowServer: AdviceRule = {
  id: 'slow-server',
  title: 'A slow server',
  find(rows) {
    const fastest = fastestBy(rows)
    return byTarget(unqueued(rows), 'call', 'dispatch').flatMap((group) => {
      const waits = group.filter((row) => waitOf(row) !== undefined)
      const [first] = waits
      if (!first || waits.length < ENOUGH) return []
      const said = waits.flatMap((row) => (isSaid(row) ? (row.times.server ?? []) : []))
      const isKnown = said.length === waits.length
      const server = medianOf(isKnown ? said : waits.flatMap((row) => waitOf(row) ?? []))
      const wait = medianOf(waits.flatMap((row) => waitOf(row) ?? []))
      const line = fastest[first.transport]
      if (server < SLOW || (isKnown ? server < wait / 2 : line === undefined || line > wait / 3)) return []
      return {
        rule: 'slow-server',
        subject: first.name,
        says: isKnown
          ? `Half of the calls of ${quote(first.name)} took the server ${formatMs(server)} or more.`
          : `Half of the dispatches of ${quote(first.name)} waited ${formatMs(wait)} or more, while the same line answered another in ${formatMs(line ?? 0)}.`,
        rows: idsOf(waits.filter((row) => (waitOf(row) ?? 0) >= SLOW)),
        certainty: isKnown ? 'sure' : 'likely',
        because: isKnown
          ? 'The server says so itself (Server-Timing), and it is the larger part of the wait.'
          : 'A line that answers something else that fast is not what is slow. A line that was slow only at times would refute it.',
        fix: {
          says:
            first.kind === 'call'
              ? 'Find what takes the time: a call mounts a fresh view before it begins, so mount() counts, too.'
              : 'Do it in the background, and show that it has begun.',
          python:
            first.kind === 'call'
              ? block(
                  'def api_mount(self, request):  # instead of mount(), for calls only',
                  '    ...',
                  '',
                  'Item.objects.select_related("owner").only("id", "name")',
                )
              : block(
                  `def ${identifier(first.name)}(${signature(first)}):`,
                  '    self.state = "working"',
                  '    self.start_async(self._work)',
                ),
        },
      }
    })
  },
}

/** What djust says of a frame is the render alone (djust-wire 2.12), which says nothing of the handler. */
const isSaid = ({ kind, times }: Exchange) => kind === 'call' && times.server !== undefined
