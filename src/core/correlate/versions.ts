/** Follows the version that the runtime checks before it applies a frame, and what it does about a gap (djust-wire 2.8). */
import { isSeenApplied } from '../dropped.ts'
import type { Answer, Connection, Ledger } from './ledger.ts'
import { refusePosted } from './local.ts'

const CHECKED: ReadonlySet<string> = new Set(['patch', 'html_update'])

/** Frames that the page has not come to yet are few; where nobody sees it finish, they must not pile up. */
const MOST_UNFINISHED = 16

export function followVersion(connection: Connection, answer: Answer): void {
  const { head } = answer
  if (head.type === 'mount' || head.type === 'mount_batch' || head.type === 'html_recovery') {
    connection.version = head.version
    connection.unfinished = []
  } else if (CHECKED.has(head.type)) check(connection, answer)
}

function check(connection: Connection, answer: Answer): void {
  judge(connection, answer)
  // For what it had finished with before, the runtime would have asked by now.
  const unfinished = connection.unfinished.filter(({ done }) => !done)
  connection.unfinished = [...unfinished, answer].slice(-MOST_UNFINISHED)
  connection.version = answer.head.version
}

/** A version that is missing, on the frame or before it, proves nothing. */
function judge({ version: standing }: Connection, answer: Answer): void {
  const { version, source } = answer.head
  const expected = standing === undefined ? undefined : standing + 1
  answer.expected =
    version === expected || version === undefined || source === 'hotreload' ? undefined : expected
}

/**
 * The page asks for the whole HTML: it refused the oldest frame behind a gap that it was not seen applying, or could not apply
 * a patch of the frame that it is in the middle of. In the middle of one that it has not begun to apply it refused that one, however
 * this reader counts: before 1.2 a push that is held back does not use up its version.
 */
export function takeRecoveryAsked(ledger: Ledger, connection: Connection, at: number): void {
  const { unfinished } = connection
  const gap = unfinished.findIndex((answer) => answer.expected !== undefined && !isSeenApplied(answer))
  const [refused] = gap < 0 ? [] : unfinished.splice(gap, 1)
  if (refused?.expected !== undefined) {
    refused.recovers = 'refused'
    ledger.dirty.add(refused.draft)
    standStill(ledger, connection, refused.expected - 1, unfinished.slice(gap))
  } else {
    const broken = unfinished.findLast(({ start, done }) => start && !done)
    const amid = broken ?? inTurn(unfinished)
    if (amid) {
      amid.recovers = broken ? 'broken' : 'refused'
      ledger.dirty.add(amid.draft)
    } else refusePosted(ledger, at)
  }
}

/** The frame that it is in the middle of and has not marked. Where it takes all into its own hands, one waits for the other. */
function inTurn(unfinished: readonly Answer[]): Answer | undefined {
  const open = unfinished.slice(unfinished.findLastIndex(({ done }) => done) + 1)
  const [first] = open
  return first?.runtime.adopts ? first : open.findLast(({ runtime }) => runtime.marksStart)
}

/** What came after a refused frame was measured by that frame's version, at which the page never stood. */
function standStill(ledger: Ledger, connection: Connection, version: number, later: readonly Answer[]): void {
  connection.version = version
  for (const answer of later) {
    judge(connection, answer)
    ledger.dirty.add(answer.draft)
    if (answer.expected === undefined) connection.version = answer.head.version
  }
}
