/** Writes exported data into a folder: a file for each signal, one request a line (OpenTelemetry Protocol File Exporter). */
import { type FileHandle, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { CliError } from '../cli-error.ts'
import type { Sink } from './sink.ts'

/** @throws CliError when the folder cannot be written. */
export async function openFolder(folder: string): Promise<Sink> {
  const files = new Map<string, FileHandle>()
  const write = async (signal: string, line: string) => {
    const file = files.get(signal) ?? (await open(join(folder, `${signal}.jsonl`), 'w'))
    files.set(signal, file)
    await file.write(line)
  }
  const tried = <T>(work: Promise<T>) =>
    work.catch((error: Error) => {
      throw new CliError(`${folder} cannot be written: ${error.message}.`)
    })
  await tried(mkdir(folder, { recursive: true }))
  return {
    take: (signal, data) => tried(write(signal, `${JSON.stringify(data)}\n`)),
    async end() {
      for (const file of files.values()) await tried(file.close())
      return []
    },
  }
}
