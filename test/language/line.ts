/** One exchange as one line: kind name status verdict counts certainty flags. */
import type { Exchange } from '../../src/core/exchange.ts'

export function lineOf(row: Exchange): string {
  const { render, certainty, flags } = row.verdict
  const counts = [
    row.patches > 0 ? `${row.patches} patches` : '',
    row.dom ? `${row.dom.nodes} nodes` : '',
  ].filter(Boolean)
  return [row.kind, row.name, row.status, render, counts.join(' · '), certainty, flags.join(' ')]
    .filter(Boolean)
    .join(' ')
}

/** Every reason of a verdict, each with its weight as a sign. */
export function reasonsOf(row: Exchange): string[] {
  return row.verdict.evidence.map(({ weight, says }) => `${weight === 'for' ? '✓' : '!'} ${says}`)
}
