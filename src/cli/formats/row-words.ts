/** Which rows to look at, and who asked for the first of them, in words. */
import { quote } from '../../core/quote.ts'
import type { Finding } from '../report.ts'

/** Empty when no row is named. */
export function rowWords({ rows, count, trigger }: Finding): string {
  const [first] = rows
  if (!first) return ''
  const more = count > 1 ? ` and ${count - 1} more` : ''
  const who = trigger ? `, asked by ${quote(trigger)}` : ''
  return `${quote(first.recording)} row ${quote(first.id)}${more}${who}`
}
