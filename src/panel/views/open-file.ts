/** Opens a file that a person chose or dropped. */
import type { Notices } from '../store/notices.ts'
import type { Recordings } from '../store/recordings.ts'

export async function openFile(file: File, recordings: Recordings, notices: Notices): Promise<void> {
  try {
    const { text, isDamaged } = decode(await file.arrayBuffer())
    if (isDamaged) notices.say(`Some bytes of “${file.name}” are no text in ${UTF_8}; “�” stands for them.`)
    await recordings.open(file.name, text)
  } catch (error) {
    notices.say(`“${file.name}” could not be read: ${(error as Error).message}`)
  }
}

const UTF_8 = 'UTF-8'

/** Some editors save as UTF-16, which begins with a mark of its own (Encoding standard, 6.1 “BOM sniff”). */
function decode(bytes: ArrayBuffer): { text: string; isDamaged: boolean } {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  const isLittle = first === 0xff && second === 0xfe
  const isBig = first === 0xfe && second === 0xff
  const encoding = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : UTF_8
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isDamaged: false }
  } catch {
    return { text: new TextDecoder(encoding).decode(bytes), isDamaged: true }
  }
}
