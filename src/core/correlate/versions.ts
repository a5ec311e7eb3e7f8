/** Follows the version that the runtime checks before it applies a frame, and what it does about a gap (djust-wire 2.8). */
import type { Answer, Connection, Ledger } from './ledger.ts'

const CHECKED: ReadonlySet<string> = new Set(['patch', 'html_update'])

/** Frames that the page has not come to yet are few; where nobody sees it finish, they must not pile up. */
const MOST_GAPS = 16

export function followVersion(connection: Connection, answer: Answer): void {
  const { head } = answer
  if (head.type === 'mount' || head.type === 'mount_batch' || head.type === 'html_recovery') {
    connection.version = head.version
    connection.gaps = []
  } else if (CHECKED.has(head.type)) check(connection, answer)
}

/** A version that is missing, on the frame or before it, proves nothing. */
function check(connection: Connection, answer: Answer): void {
  const { version, source } = answer.head
  const expected = connection.version === undefined ? undefined : connection.version + 1
  connection.version = version
  // For what it had finished with before, the runtime would have asked by now.
  connection.gaps = connection.gaps.filter((gap) => !gap.done)
  if (version === undefined || expected === undefined || version === expected || source === 'hotreload')
    return
  answer.expected = expected
  connection.gaps = [...connection.gaps, answer].slice(-MOST_GAPS)
}

/** The page asks for the whole HTML: it refused the oldest frame behind a gap that it was not seen applying. */
export function takeRecoveryAsked(ledger: Ledger, connection: Connection): void {
  const at = connection.gaps.findIndex(({ dom }) => !dom || dom.nodes === 0)
  const [refused] = at < 0 ? [] : connection.gaps.splice(at, 1)
  if (refused?.expected === undefined) return
  refused.refused = true
  connection.version = refused.expected - 1
  ledger.dirty.add(refused.draft)
}
