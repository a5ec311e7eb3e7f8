/** What a run over the zoo found, one file a release and browser, from which the conformance table is made. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NotAvailable } from '../../scripts/steps.ts'
import type { PageTransport } from './runs.ts'

/** What this run found. */
export const MEASURED = join(import.meta.dirname, '../../artifacts/conformance')

/** What is committed. */
export const COMMITTED = join(import.meta.dirname, 'conformance')

const absent = join(COMMITTED, 'not-available.json')

export interface Cell {
  /** What the log said. */
  says: string
  wrong?: string[]
}

export type BrowserName = 'chromium' | 'firefox'

export interface Result {
  /** For example 1.2.6. */
  release: string
  browser: BrowserName
  /** By entry, then by the page's transport. */
  cells: Record<string, Partial<Record<PageTransport, Cell>>>
  /** The cells that this run was to measure: entry and transport. */
  wanted: [entry: string, transport: PageTransport][]
  /** The rows behind each cell, for those who look for the reason. */
  rows: Record<string, string[]>
}

/** A run of a few entries takes its cells' place in what was measured before, and leaves the others. */
export function keepResult(result: Result): void {
  const { release, browser, wanted } = result
  const before = readResults().find((each) => each.release === release && each.browser === browser)
  const isNew = ([entry, transport]: Result['wanted'][number]) =>
    !wanted.some(([name, over]) => name === entry && over === transport)
  const cells = { ...before?.cells }
  for (const [entry, cell] of Object.entries(result.cells)) cells[entry] = { ...cells[entry], ...cell }
  write(join(MEASURED, `${release}-${browser}.json`), {
    ...result,
    cells,
    wanted: [...(before?.wanted.filter(isNew) ?? []), ...wanted],
    rows: { ...before?.rows, ...result.rows },
  })
}

export function readResults(): Result[] {
  return read<Result>(MEASURED)
}

/** A column pair of the table: one release in one browser. */
export interface Facts {
  release: string
  browser: BrowserName
  cells: Record<string, Partial<Record<PageTransport, string>>>
}

export function readFacts(): Facts[] {
  return read<Facts>(COMMITTED)
}

export function keepFacts(facts: Facts): void {
  write(join(COMMITTED, `${facts.release}-${facts.browser}.json`), facts)
}

/** What is committed of the lines that were not available. */
export function readNotAvailable(): NotAvailable[] {
  return existsSync(absent) ? (JSON.parse(readFileSync(absent, 'utf8')) as NotAvailable[]) : []
}

export function keepNotAvailable(list: readonly NotAvailable[]): void {
  if (list.length > 0) write(absent, list)
}

function write(file: string, value: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)
}

function read<T>(folder: string): T[] {
  mkdirSync(folder, { recursive: true })
  return readdirSync(folder)
    .filter((file) => /-(chromium|firefox)\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as T)
}
