/** Reads JSON text without making two whole numbers into one. */

/** As many digits as Python writes or reads of a whole number unless told otherwise; a page may send more. */
const DIGITS = 4300

/**
 * As `JSON.parse`, but a whole number that a double cannot hold is a bigint: of two ids beyond 2^53 that differ in the last digit the
 * page sees one and the same, and a person must not. `1.0`, `1` and `1e0` are one number, in JSON as in the page. Undefined when
 * the text is not JSON; JSON itself is never undefined.
 */
export function readJson(text: string): unknown {
  try {
    return /\d{16}/.test(text) ? readExactly(text) : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where it is nested more deeply than a reviver may call itself, the page's own reading must do. */
function readExactly(text: string): unknown {
  try {
    return JSON.parse(text, exact)
  } catch (error) {
    if (error instanceof RangeError) return JSON.parse(text)
    throw error
  }
}

/** Browsers older than the third argument read as the page does. */
function exact(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  if (typeof value !== 'number' || Number.isSafeInteger(value) || source === undefined) return value
  return source.length <= DIGITS && /^-?\d+$/.test(source) ? BigInt(source) : value
}
