/** Makes docs/conformance.md from what the zoo's runs found; fails on an empty or a wrong cell. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ENTRIES, IMPOSSIBLE } from './entries.ts'
import { RESULTS, type Result } from './results.ts'

const root = join(import.meta.dirname, '../..')

const results = readdirSync(RESULTS)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(RESULTS, file), 'utf8')) as Result)
  .sort(
    (a, b) =>
      b.release.localeCompare(a.release, 'en', { numeric: true }) || a.browser.localeCompare(b.browser),
  )

const troubles = results.flatMap(({ release, browser, cells }) =>
  ENTRIES.flatMap(({ name }) => {
    const cell = cells[name]
    if (cell && !cell.wrong) return []
    return [`${release} ${browser} ${name}: ${cell?.wrong?.join('; ') ?? 'no result'}`]
  }),
)

mkdirSync(join(root, 'docs'), { recursive: true })
writeFileSync(join(root, 'docs/conformance.md'), table())
console.log(`docs/conformance.md: ${ENTRIES.length} entries, ${results.length} runs`)
for (const trouble of troubles) console.error(trouble)
if (results.length === 0) console.error('No run has left a result.')
process.exit(troubles.length > 0 || results.length === 0 ? 1 : 0)

function table(): string {
  const heads = results.map(
    ({ release, browser }) => `djust ${release}, ${browser === 'chromium' ? 'Chromium' : 'Firefox'}`,
  )
  const lines = ENTRIES.map(({ name, page, unseen }) => {
    const transport = page.includes('transport=sse') ? 'SSE' : 'WebSocket'
    const cells = results.map(({ cells }) => cells[name]?.says ?? '')
    return [`\`${name}\`${unseen ? ' ¹' : ''}`, transport, ...cells]
  })
  return `# What the log says of every way to dispatch and to answer

Made by \`npm run test:djust\` from what the panel said in real browsers, on the real djust. A row is an entry of the zoo in
[examples/django](../examples/django/README.md); → is a call, ⟳ a dispatch, ⇣ a push; then a status other than ok, the verdict, its flags and faults.

${row(['entry', 'page over', ...heads])}
${row(['entry', 'page over', ...heads].map(() => '---'))}
${lines.map(row).join('\n')}

¹ Happens inside the runtime, where nothing can be seen from outside: ${ENTRIES.filter(({ unseen }) => unseen)
    .map(({ name, unseen }) => `\`${name}\`: ${unseen}`)
    .join(' ')}

Not to be had from the real server: ${IMPOSSIBLE.map(({ name, impossible }) => `\`${name}\`: ${impossible}`).join(' ')}
`
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
