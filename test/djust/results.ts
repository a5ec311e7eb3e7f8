/** What a run over the zoo found, one file a release and browser, from which the conformance table is made. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const RESULTS = join(import.meta.dirname, '../../artifacts/conformance')

export interface Result {
  /** For example 1.2.6. */
  release: string
  browser: 'chromium' | 'firefox'
  /** By entry: what the log said, or what was wrong with it. */
  cells: Record<string, { says: string; wrong?: string[] }>
}

export function keepResult(result: Result): void {
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(
    join(RESULTS, `${result.release}-${result.browser}.json`),
    `${JSON.stringify(result, null, 2)}\n`,
  )
}
