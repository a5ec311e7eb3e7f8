/** What a collector says besides its status: when to come back, why not, and what it threw away. */

/** ms; seconds or a date (RFC 9110, 10.2.3). */
export function pauseIn(header: string | null): number | undefined {
  if (header === null) return undefined
  const pause = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(pause) ? Math.max(0, pause) : undefined
}

/** What a collector says of an error: a `google.rpc.Status`, or a text of its own. */
export function reasonIn(text: string): string {
  const json = read(text)
  const { message } = (json ?? {}) as { message?: unknown }
  const said = typeof message === 'string' ? message : json === undefined ? text : ''
  const [line = ''] = said.trim().split('\n', 1)
  return line === '' ? '' : `: ${line.slice(0, 200)}`
}

/** What of an accepted request was thrown away all the same (`partialSuccess`). */
export function refusedBy(text: string): string | undefined {
  const { partialSuccess } = (read(text) ?? {}) as { partialSuccess?: Record<string, unknown> }
  const count = Number(partialSuccess?.['rejectedSpans'] ?? partialSuccess?.['rejectedDataPoints'] ?? 0)
  const says = partialSuccess?.['errorMessage']
  if (count === 0 && !says) return undefined
  return `${count} were rejected${says ? `: ${says}` : ''}.`
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
