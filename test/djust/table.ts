/** Writes docs/conformance.md: a row an entry, four columns a release. */
import type { NotAvailable } from '../../scripts/steps.ts'
import { NO_ROW } from './cell.ts'
import { ENTRIES, type Entry, IMPOSSIBLE } from './entries.ts'
import { byRelease } from './releases.ts'
import type { Facts } from './results.ts'
import { type PageTransport, RUNS, type Run, TRANSPORTS } from './runs.ts'

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox' } as const

const GROUPS: Record<string, string> = {
  dispatch: 'Ways to dispatch',
  answer: 'Ways to answer',
  navigation: 'Navigation',
  collateral: 'What re-renders take away',
  call: 'Calls',
}

export function tableOf(committed: readonly Facts[], notAvailable: readonly NotAvailable[] = []): string {
  const facts = [...committed].sort((a, b) => byRelease(a, b) || a.browser.localeCompare(b.browser))
  const groups = [...new Set(ENTRIES.map(({ group }) => group))]
  return `# What the log says of every way to dispatch and to answer

Made by \`npm run test:djust\` from what the panel said in real browsers, on the real djust. A row is an entry of the zoo in
[examples/django](../examples/django/README.md), a column a djust release in a browser, on a page over WebSocket (ws) or SSE
(sse). → is a call, ⟳ a dispatch, ⇣ a push, ↗ a navigation, · the runtime's own traffic; then a status other than ok, the
verdict, its flags and faults, and what it took from the person’s place in the page. “or” stands between what may come
either way because two things race.
${groups.map((group) => section(GROUPS[group] ?? group, group, facts, notAvailable)).join('')}
## ¹ No row

The log holds nothing of it, and should not.

${list(RUNS.flatMap(withoutRows))}

## ² Not over SSE

${list(ENTRIES.flatMap(({ name, sse }) => (sse?.impossible ? [`\`${name}\`: ${sse.impossible}`] : [])))}

## Not to be had from the real server

${list(IMPOSSIBLE.map(({ name, impossible }) => `\`${name}\`: ${impossible}`))}
${
  notAvailable.length > 0
    ? `\n## ³ Not available\n\n${list(notAvailable.map(({ asked, says }) => `djust ${asked}: ${says}`))}\n`
    : ''
}`
}

function section(
  title: string,
  group: string,
  facts: readonly Facts[],
  notAvailable: readonly NotAvailable[],
): string {
  const heads = facts.flatMap(({ release, browser }) =>
    TRANSPORTS.map((transport) => `${release} ${BROWSERS[browser]} ${transport}`),
  )
  const all = ['entry', ...heads, ...notAvailable.map(({ asked }) => asked)]
  const lines = ENTRIES.filter((entry) => entry.group === group).map((entry) => [
    `\`${entry.name}\``,
    ...facts.flatMap((each) => TRANSPORTS.map((transport) => cellAt(entry, transport, each))),
    ...notAvailable.map(() => 'not available ³'),
  ])
  return `\n## ${title}\n\n${[all, all.map(() => '---'), ...lines].map(row).join('\n')}\n`
}

function cellAt(entry: Entry, transport: PageTransport, { cells }: Facts): string {
  if (transport === 'sse' && entry.sse?.impossible !== undefined) return 'not over SSE ²'
  const says = cells[entry.name]?.[transport] ?? ''
  return says === NO_ROW ? `${says} ¹` : says
}

/** The first telling has no row: what happens instead is said in words. */
function withoutRows({ name, transport, rows, unseen, note }: Run): string[] {
  return rows.length > 0 ? [] : [`\`${name}\` over ${transport}: ${unseen ?? note}`]
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line.replaceAll('\n', ' ')}`).join('\n')

/** A bar inside a cell would begin another one. */
function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}
