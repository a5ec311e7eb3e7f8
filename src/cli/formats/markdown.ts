/** For a comment or a job's summary: a table for each recording. What a page said stands there as text, whatever it holds. */
import type { Finding, Report, Suite } from '../report.ts'
import type { Format } from './format.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { rowWords } from './row-words.ts'

export const markdown: Format = {
  id: 'markdown',
  write: ({ command, suites, unseen }) =>
    `${[...suites.flatMap((suite) => suiteParts(command, suite)), ...table(unseen)].join('\n\n')}\n`,
}

const OUTCOME: Record<Report['command'], Record<Outcome, string>> = {
  check: { holds: 'holds', broken: '**broken**', damaged: '**damaged**' },
  compare: { holds: 'behaves the same', broken: '**changed**', damaged: '**damaged**' },
}

const WEIGHT: Record<Finding['weight'], string> = {
  broken: '**broken**',
  noted: 'noted',
  undecided: 'undecided',
}

function suiteParts(command: Report['command'], suite: Suite): string[] {
  const { recording, against, rows, findings, damage } = suite
  const head = `### ${text(recording)}: ${OUTCOME[command][outcomeOf(suite)]}`
  const about = `${rows} rows, against ${text(against)}.`
  return [head, about, ...damage.map((says) => `- ${text(says)}`), ...table(findings)]
}

function table(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const lines = findings.map(
    (finding) => `| ${WEIGHT[finding.weight]} | ${text(finding.says)} | ${text(rowWords(finding))} |`,
  )
  return [['| | what | row |', '|---|---|---|', ...lines].join('\n')]
}

/** Every sign that means something in Markdown or in a table is written as text (GitHub Flavored Markdown, 2.4, 4.10). */
function text(said: string): string {
  return said
    .replace(/[\r\n]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~@]/g, '\\$&')
}
