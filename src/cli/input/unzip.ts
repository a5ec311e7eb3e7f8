/** Unzips what begins as gzip does, piece by piece, and stops at what no recording unzips to. */
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CliError } from '../cli-error.ts'

/** A recording becomes 5 to 40 times its zipped size; gzip can do 1,000 times. */
const MOST_TIMES = 200
/** Bytes that are let through whatever they came from. */
const FREE = 16 * 1024 * 1024

/**
 * As it is, when it is not zipped.
 * @throws CliError when it is damaged, or grows to more than 200 times its size.
 */
export async function* unzipped(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const chunks = bytes[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let held = 0
  while (held < 2) {
    const { value, done } = await chunks.next()
    if (done) break
    head.push(value)
    held += value.length
  }
  const all = rest(head, chunks)
  const [first, second] = Buffer.concat(head)
  if (first !== 0x1f || second !== 0x8b) {
    yield* all
    return
  }
  let zipped = 0
  const counted = (async function* () {
    for await (const chunk of all) {
      zipped += chunk.length
      yield chunk
    }
  })()
  let plain = 0
  const source = Readable.from(counted)
  const gunzip = source.pipe(createGunzip())
  source.on('error', (error) => gunzip.destroy(error))
  try {
    for await (const chunk of gunzip) {
      plain += chunk.length
      if (plain > FREE && plain > zipped * MOST_TIMES)
        throw new CliError(
          `${name} unzips to more than ${MOST_TIMES} times its size, as no recording does; reading was stopped. Unzip it yourself if you trust it.`,
        )
      yield chunk
    }
  } catch (error) {
    if (error instanceof CliError) throw error
    throw new CliError(`${name} cannot be unzipped: ${(error as Error).message}.`)
  }
}

async function* rest(
  head: readonly Uint8Array[],
  chunks: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head
  for (;;) {
    const { value, done } = await chunks.next()
    if (done) return
    yield value
  }
}
