/** The rows of a log as CSV (RFC 4180), safe to open in a spreadsheet. */
import type { Exchange } from '../exchange.ts'
import { documentsOf, type Log, rowsOf } from '../log.ts'
import { CSV_COLUMNS } from './csv-columns.ts'
import type { Exporter } from './exporter.ts'

export const csv: Exporter = {
  id: 'csv',
  title: 'CSV of the rows',
  extension: 'csv',
  mime: 'text/csv;charset=utf-8',
  countChunks: (log, shown = rowsOf(log)) => shown.length + 1,
  *write(log, shown = rowsOf(log)) {
    yield lineOf(CSV_COLUMNS.map(({ title }) => title))
    yield* lines(log, shown)
    return undefined
  },
}

function* lines(log: Log, shown: readonly Exchange[]): Generator<string> {
  const documents = new Map(documentsOf(log).map((document) => [document.doc, document]))
  for (const row of shown) {
    const document = documents.get(row.doc)
    if (document) yield lineOf(CSV_COLUMNS.map(({ cell }) => cell(row, { log, document })))
  }
}

function lineOf(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(write).join(',')}\r\n`
}

/** What a spreadsheet takes for a formula; the wide ones count where people type them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

/** Numbers stay numbers: only text can be a formula, and only text is defused. */
function write(cell: string | number | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toFixed(3))) : ''
  const text = (FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('\0', '␀')
  // Where a comma is the decimal point, spreadsheets cut at semicolons, and some cut at tabs whatever the file says.
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
