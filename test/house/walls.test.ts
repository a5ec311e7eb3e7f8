/** The linter's walls between the rooms: each one is shown to speak at a planted import, and to let the right ones pass. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ALLOWED, FORBIDDEN } from './walls.planted.ts'

const root = join(import.meta.dirname, '../..')
const house = mkdtempSync(join(tmpdir(), 'djust-walls-'))
afterAll(() => rmSync(house, { recursive: true }))

const bin = (name: string) => join(root, 'node_modules', name)
const folders = ['src', 'demo', 'scripts']
  .flatMap((room) => globSync(`${room}/**/*.{ts,tsx,mjs}`, { cwd: root }))
  .map((file) => dirname(file))

/** A package that no room may import. */
const STRANGER = `import 'left-pad'`
const strangers = [...new Set(folders)].sort().map((folder) => [`${folder}/planted.ts`, STRANGER] as const)

const told = lint([...FORBIDDEN, ...ALLOWED, ...strangers])

test.each(FORBIDDEN)('%s: %s is stopped by "%s"', (file, statement, wall) => {
  expect(told(file, statement)).toEqual([wall])
})

test.each(ALLOWED)('%s: %s passes', (file, statement) => {
  expect(told(file, statement)).toEqual([])
})

test.each(strangers)('%s stands behind a wall of its own', (file, statement) => {
  expect(told(file, statement)).toEqual([expect.not.stringContaining('No wall stands here yet')])
})

test('core is checked without a DOM, a browser or Node', () => {
  const file = join(house, 'core.ts')
  writeFileSync(file, `import 'node:fs'\ndocument.title\nperformance.now()\nprocess.exit()\n`)
  const config = join(house, 'tsconfig.json')
  const extended = join(root, 'src/core/tsconfig.json')
  writeFileSync(config, JSON.stringify({ extends: extended, include: [], files: [file] }))
  const { stdout } = spawnSync(process.execPath, [
    bin('typescript/bin/tsc'),
    '-p',
    config,
    '--pretty',
    'false',
  ])
  expect(stdout.toString().match(/core\.ts\(\d+/g)).toEqual([1, 2, 3, 4].map((line) => `core.ts(${line}`))
})

/** Plants every import at its path in an empty house with our linter's rules, lints it once, and tells which walls spoke. */
function lint(planted: readonly (readonly [file: string, statement: string, wall?: string])[]) {
  const rules = ['biome.json', '.gitignore', ...globSync('test/house/walls.*.grit', { cwd: root })]
  for (const file of rules) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    copyFileSync(join(root, file), join(house, file))
  }
  const linesOf = new Map<string, string[]>()
  for (const [file, statement] of planted) linesOf.set(file, [...(linesOf.get(file) ?? []), statement])
  for (const [file, lines] of linesOf) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), lines.join('\n'))
  }
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [bin('@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: house, maxBuffer: 64_000_000 },
  )
  if (stdout.length === 0) throw new Error(stderr.toString())
  const { diagnostics } = JSON.parse(stdout.toString()) as { diagnostics: Diagnostic[] }
  return (file: string, statement: string) => {
    const line = (linesOf.get(file) ?? []).indexOf(statement) + 1
    return diagnostics
      .filter(({ category }) => category === 'lint/style/noRestrictedImports' || category === 'plugin')
      .filter(({ location }) => location.path === file && location.start.line === line)
      .map(({ message }) => message.slice(0, message.indexOf(':')))
  }
}

interface Diagnostic {
  category: string
  message: string
  location: { path: string; start: { line: number } }
}
