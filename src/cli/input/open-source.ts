/** Opens what an argument names: a file, or `-` for what is piped in. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { CliError } from '../cli-error.ts'
import type { Terminal } from '../terminal.ts'

export interface Source {
  /** As a person wrote it; what is piped in is `(stdin)`. */
  name: string
  /** Bytes; unknown of what is piped in. */
  size?: number
  bytes: AsyncIterable<Uint8Array>
}

export const PIPED = '-'

/** @throws CliError when there is no such file. */
export async function openSource(path: string, { stdin }: Terminal): Promise<Source> {
  if (path === PIPED) return { name: '(stdin)', bytes: stdin }
  const found = await stat(path).catch((error: Error) => {
    throw new CliError(`${path} cannot be read: ${reason(error)}.`)
  })
  if (found.isDirectory()) throw new CliError(`${path} is a folder; name the recordings in it.`)
  return { name: path, size: found.size, bytes: readable(path) }
}

async function* readable(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk
  } catch (error) {
    throw new CliError(`${path} cannot be read: ${reason(error as Error)}.`)
  }
}

export function reason(error: Error & { code?: string }): string {
  if (error.code === 'ENOENT') return 'there is no such file'
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'it may not be opened'
  return error.message
}
