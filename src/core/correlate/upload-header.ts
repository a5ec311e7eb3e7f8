/** Reads what stands in front of a binary upload frame: one byte of kind, 16 of UUID, and of a chunk 4 more of its index (djust-wire 2.3). */

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const KINDS: Record<number, string> = { 1: 'upload chunk', 2: 'upload complete', 3: 'upload cancel' }
const HEADER_BYTES = 17

export interface UploadHeader {
  name: string
  ref: string
}

/** From base64, of which only the beginning is needed; undefined when it is not an upload frame. */
export function readUploadHeader(base64: string): UploadHeader | undefined {
  const bytes = firstBytes(base64, HEADER_BYTES)
  const name = KINDS[bytes[0] ?? 0]
  if (name === undefined || bytes.length < HEADER_BYTES) return undefined
  const hex = bytes
    .slice(1, 17)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
  return { name, ref: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') }
}

function firstBytes(base64: string, count: number): number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of base64) {
    const value = DIGITS.indexOf(digit)
    if (value < 0 || bytes.length === count) break
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 0xff)
    held &= (1 << bits) - 1
  }
  return bytes
}
