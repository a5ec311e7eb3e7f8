/** For CI servers: JUnit XML, a suite for each recording, a case for each thing that was looked at. */
import type { Finding, Suite } from '../report.ts'
import type { Format } from './format.ts'
import { rowWords } from './row-words.ts'

export const junit: Format = {
  id: 'junit',
  write({ suites: recordings, unseen }) {
    const suites = unseen.length > 0 ? [...recordings, unseenSuite(unseen)] : recordings
    const all = suites.map(suiteXml)
    const sum = (count: (suite: Suite) => number) => suites.reduce((total, suite) => total + count(suite), 0)
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="djust-devtools" tests="${sum(casesOf)}" failures="${sum(failuresOf)}" errors="${sum(({ damage }) => damage.length)}">`,
      ...all,
      '</testsuites>\n',
    ].join('\n')
  },
}

/** What concerns the contract as a whole is a suite of its own. */
function unseenSuite(findings: Finding[]): Suite {
  const file = findings[0]?.place?.file ?? ''
  return { recording: file, against: file, rows: 0, findings, held: [], damage: [] }
}

const casesOf = ({ findings, held, damage }: Suite) => findings.length + held.length + damage.length
const failuresOf = ({ findings }: Suite) => findings.filter(({ weight }) => weight === 'broken').length

function suiteXml(suite: Suite): string {
  const { recording, findings, held, damage } = suite
  const name = attribute(recording)
  return [
    `  <testsuite name="${name}" tests="${casesOf(suite)}" failures="${failuresOf(suite)}" errors="${damage.length}">`,
    ...held.map((says) => `    <testcase classname="${name}" name="${attribute(says)}"/>`),
    ...damage.map((says) => caseXml(name, says, `<error message="${attribute(says)}"/>`)),
    ...findings.map((finding) => caseXml(name, finding.rule, outcomeXml(finding))),
    '  </testsuite>',
  ].join('\n')
}

function caseXml(classname: string, name: string, inside: string): string {
  return `    <testcase classname="${classname}" name="${attribute(name)}">${inside}</testcase>`
}

function outcomeXml(finding: Finding): string {
  const { weight, says, place } = finding
  const where = [rowWords(finding), place && `${place.file}:${place.line}:${place.column}`].filter(Boolean)
  if (weight === 'broken')
    return `<failure message="${attribute(says)}">${escaped(where.join('\n'))}</failure>`
  return weight === 'undecided'
    ? `<skipped message="${attribute(says)}"/>`
    : `<system-out>${escaped([says, ...where].join('\n'))}</system-out>`
}

/** XML 1.0 allows no control characters, however they are written (2.2 “Characters”). */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that may not stand in XML.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}

function attribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
