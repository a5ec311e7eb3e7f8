/** Ids of spans, made of what they are of: a recording that is exported twice gives the same spans, not twice as many. */
import { createHash } from 'node:crypto'

/** 16 bytes for the trace and 8 for the span of one exchange, in hex; neither is ever all zeros. */
export function idsOf(exchange: string, origin: number): { traceId: string; spanId: string } {
  const hash = hashOf(exchange, origin)
  return { traceId: hash.slice(0, 32), spanId: hash.slice(32, 48) }
}

export function partId(exchange: string, origin: number, part: string): string {
  return hashOf(exchange, origin, part).slice(0, 16)
}

/** Of all documents of a recording together: whoever looks for one of its spans finds the others. */
export function sessionId(documents: readonly { doc: string; origin: number }[]): string {
  return hashOf(...documents.flatMap(({ doc, origin }) => [doc, origin])).slice(0, 32)
}

function hashOf(...parts: (string | number)[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}
