/** For a person at a terminal: what fails first, and the row to look at under it. */
import type { Finding, Report, Suite } from '../report.ts'
import type { Format } from './format.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { rowWords } from './row-words.ts'

const SIGN: Record<Finding['weight'], string> = { broken: '✗', noted: '!', undecided: '?' }

export const human: Format = {
  id: 'human',
  write({ command, suites, unseen }) {
    const parts = [...suites.map((suite) => suiteLines(command, suite)), unseen.flatMap(findingLines)].filter(
      ({ length }) => length > 0,
    )
    return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
  },
}

const OUTCOME: Record<Report['command'], Record<Outcome, string>> = {
  check: { holds: 'holds', broken: 'BROKEN', damaged: 'DAMAGED' },
  compare: { holds: 'same', broken: 'CHANGED', damaged: 'DAMAGED' },
}

function suiteLines(command: Report['command'], suite: Suite): string[] {
  const { recording, against, rows, findings, damage } = suite
  return [
    `${OUTCOME[command][outcomeOf(suite)].padEnd(7)}  ${recording}  ${rows} rows, against ${against}`,
    ...damage.map((says) => `  ✗ ${says}`),
    ...findings.flatMap(findingLines),
  ]
}

function findingLines(finding: Finding): string[] {
  return [`  ${SIGN[finding.weight]} ${finding.says}`, ...where(finding)]
}

function where(finding: Finding): string[] {
  const { place } = finding
  const parts = [rowWords(finding), place && `${place.file}:${place.line}:${place.column}`].filter(Boolean)
  return parts.length > 0 ? [`      ${parts.join('  ·  ')}`] : []
}
