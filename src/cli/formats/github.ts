/** For GitHub Actions: workflow commands that become annotations, at the clause of the contract where there is one. */
import type { Finding } from '../report.ts'
import type { Format } from './format.ts'
import { rowWords } from './row-words.ts'

const LEVEL: Record<Finding['weight'], string> = { broken: 'error', noted: 'warning', undecided: 'notice' }

export const github: Format = {
  id: 'github',
  write({ suites, unseen }) {
    const lines = suites.flatMap(({ recording, findings, damage }) => [
      ...damage.map((says) => command('error', { file: recording, title: 'djust' }, says)),
      ...findings.map((finding) => annotation(recording, finding)),
    ])
    return [...lines, ...unseen.map((finding) => annotation(finding.place?.file ?? '', finding))]
      .map((line) => `${line}\n`)
      .join('')
  },
}

function annotation(recording: string, finding: Finding): string {
  const { weight, rule, says, place } = finding
  const at = place
    ? { file: place.file, line: String(place.line), col: String(place.column) }
    : { file: recording }
  return command(
    LEVEL[weight],
    { ...at, title: `djust ${rule}` },
    [says, rowWords(finding)].filter(Boolean).join('\n'),
  )
}

/** As the toolkit of GitHub Actions writes them: `%`, line breaks and, in properties, `:` and `,` stand as their codes. */
function command(name: string, properties: Record<string, string>, message: string): string {
  const said = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`)
  return `::${name} ${said.join(',')}::${data(message)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
