/** How many bytes a text is on the wire, counted without encoding it. */
import { charCodeAt, exec } from './pristine.ts'

const beyondAscii = /[^\0-\x7f]/

export function utf8Length(text: string): number {
  const first = exec(beyondAscii, text)
  if (!first) return text.length
  let bytes = first.index
  for (let i = first.index; i < text.length; i++) {
    const unit = charCodeAt(text, i)
    if (kindOf(unit) === HIGH && kindOf(charCodeAt(text, i + 1)) === LOW) {
      bytes += 4
      i++
    } else bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3 // A lone surrogate is sent as U+FFFD: three bytes.
  }
  return bytes
}

const HIGH = 0xd800
const LOW = 0xdc00
const kindOf = (unit: number) => unit & 0xfc00
