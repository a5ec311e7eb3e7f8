/** What sending again is called, why it cannot be done, and what came of it, in words. */
import type { Exchange } from '../../core/exchange.ts'
import { formatCount, formatMany, formatMs } from '../../core/numbers.ts'
import { spreadOf } from '../../core/statistics/spread.ts'
import type { Attempt } from '../store/resending.ts'
import type { Store } from '../store/store.ts'

export type ResendMode = 'once' | 'edited' | 'often'

/** As the browser itself calls it, where it has it. */
export function resendName(mode: ResendMode, { family }: Store['browser']): string {
  if (mode === 'once') return 'Resend'
  if (mode === 'often') return 'Resend ×N…'
  return family === 'firefox' ? 'Edit and Resend' : 'Edit and resend'
}

/** Undefined when there is a page that it can be sent from; what is sent may be another matter. */
export function whyNoPage({ reach, recordings, session }: Store, { frame }: Exchange): string | undefined {
  if (recordings.opened.value) return 'A recording is only read: there is no page to send anything from.'
  if (!reach) return 'This panel is joined to no page that could send it.'
  if (!session.documents.value.has(frame)) return 'Its page has been left, and no other is watched there.'
  return undefined
}

/** `20 sent: 19 ok, 1 error. p50 12 ms, p95 31 ms, max 44 ms.` */
export function attemptsSentence(attempts: readonly Attempt[]): string {
  const count = (end: Attempt['end']) => attempts.filter((attempt) => attempt.end === end).length
  const sent = attempts.length - count('unsent')
  const parts = [
    `${formatCount(count('ok'))} ok`,
    count('error') > 0 && formatMany(count('error'), 'error', 'errors'),
    count('late') > 0 && `${formatCount(count('late'))} without an answer`,
    count('lost') > 0 && `${formatCount(count('lost'))} lost with its page`,
  ].filter(Boolean)
  const times = attempts.flatMap(({ end, took }) => (end === 'late' || took === undefined ? [] : [took]))
  const spread = spreadOf(Float64Array.from(times).sort())
  const spans = spread
    ? ` p50 ${formatMs(spread.p50)}, p95 ${formatMs(spread.p95)}, max ${formatMs(spread.max)}.`
    : ''
  return `${formatCount(sent)} sent: ${parts.join(', ')}.${spans}`
}

export const ENDS: Record<Attempt['end'], string> = {
  ok: 'It was answered.',
  error: 'It was answered with an error.',
  late: 'It was sent, and nothing has come back yet; the log will show it if it does.',
  unsent: 'Nothing was sent.',
  lost: 'What came of it cannot be known.',
}
