/** Moments of a page as OTLP wants them: nanoseconds since 1970, more than a JavaScript number can hold. */

/** Both ms: the document's clock origin, and a moment on its clock. */
export function unixNano(origin: number, at: number): string {
  return String(nanos(origin) + nanos(at))
}

function nanos(ms: number): bigint {
  const whole = Math.trunc(ms)
  return BigInt(whole) * 1_000_000n + BigInt(Math.round((ms - whole) * 1e6))
}
