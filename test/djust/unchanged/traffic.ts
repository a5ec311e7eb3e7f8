/** What a page asked for and what it was answered, as lines that can be compared. */
import type { Captured, Requested } from '../capture-proxy.ts'

/** One a line: method and address, status, body, answer where it is djust's. */
export function linesOfRequests(requested: readonly Requested[], captured: readonly Captured[]): string[] {
  return requested.map(({ channel, method, url, status, body }) => {
    const answer = captured.find(
      (each) => each.channel === channel && each.over === 'http' && each.way === 'down',
    )
    return [`${method} ${url}`, status ?? 'no answer', body, answer?.text ?? ''].join(' | ')
  })
}

/** Of one socket or stream after the other, first what went up, then what came down: the two ways may cross. */
export function linesOfMessages(captured: readonly Captured[]): string[] {
  const talks = captured.filter(({ over }) => over !== 'http')
  return [...new Set(talks.map(({ channel }) => channel))].flatMap((of) =>
    (['up', 'down'] as const).flatMap((way) =>
      talks
        .filter((each) => each.channel === of && each.way === way)
        .map(({ over, text, hex }) => `${over} ${way} ${text ?? `binary ${hex}`}`),
    ),
  )
}
