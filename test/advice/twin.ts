/** Reads the twins: recordings of the same acts on one page, with a mistake and without it, made on the real djust. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exchange } from '../../src/core/exchange.ts'
import { rowsOf } from '../../src/core/log.ts'
import { logOf, readRecording } from '../../src/core/read-recording.ts'
import { readFact } from '../../src/protocol/envelope.ts'

const FOLDER = join(import.meta.dirname, 'twins')

export interface Twin {
  id: string
  variant: string
  is: 'on' | 'off'
  rows: readonly Exchange[]
}

export function readTwins(): Twin[] {
  return filesOf().map((file) => {
    const [id = '', name = ''] = file.split('/')
    const [variant = '', is] = name.split('.')
    const recording = readRecording(readFileSync(join(FOLDER, file), 'utf8'), readFact)
    if (recording.problems.length > 0) throw new Error(`${file}: ${JSON.stringify(recording.problems)}`)
    return { id, variant, is: is === 'on' ? 'on' : 'off', rows: rowsOf(logOf(recording)) }
  })
}

/** `sha256  id/variant.on.jsonl`, in the order of the names. */
export function hashesOf(variant: string): string[] {
  return filesOf()
    .filter((file) => file.includes(`/${variant}.`))
    .map((file) => {
      const hash = createHash('sha256').update(readFileSync(join(FOLDER, file)))
      return `${hash.digest('hex')}  ${file}`
    })
}

function filesOf(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}
