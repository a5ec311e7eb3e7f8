/** What the stores are handed: the same bytes wherever it is built, nothing that their own checks refuse, and icons of the sizes they say. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, onTestFinished, test } from 'vitest'
import { storePackages, sumOf } from '../../scripts/store.ts'

const root = join(import.meta.dirname, '../..')
const node = process.execPath

/** The sources as they stand, and what they need, in a folder of another name. */
function copyOfSources(): string {
  const copy = join(root, 'artifacts/copy of the sources')
  rmSync(copy, { recursive: true, force: true })
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' })
  for (const file of git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')) {
    if (!file) continue
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(join(root, file), join(copy, file))
  }
  const modules = ['node_modules', join(copy, 'node_modules')] as const
  // Hard links where the system has them: half a gigabyte is not read for nothing.
  if (spawnSync('cp', ['-al', ...modules], { cwd: root }).status !== 0)
    cpSync(join(root, modules[0]), modules[1], { recursive: true, verbatimSymlinks: true })
  return copy
}

test('two builds in two folders are the same packages, byte for byte', () => {
  const copy = copyOfSources()
  execFileSync(node, ['scripts/build.ts'], {
    cwd: copy,
    env: { ...process.env, TZ: 'Asia/Tokyo', NODE_ENV: 'test' },
  })
  const sums = (home: string) => storePackages(home, root).map((each) => `${each.name} ${sumOf(each)}`)
  expect(sums(copy)).toEqual(sums(root))
})

describe.each(['chrome', 'firefox'] as const)('for %s', (browser) => {
  const files = () => {
    const bytes = storePackages().find(({ name }) => name.includes(browser))?.bytes
    return bytes ? unzipSync(bytes) : {}
  }
  const manifest = () => JSON.parse(new TextDecoder().decode(files()['manifest.json']))

  test('the package has a manifest at its root, with the version of the project', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(manifest()).toMatchObject({ manifest_version: 3, version })
  })

  test('every icon is as large as its name says', () => {
    const { icons } = manifest() as { icons: Record<string, string> }
    expect(Object.keys(icons)).toEqual(['16', '32', '48', '128'])
    for (const [size, file] of Object.entries(icons))
      expect([size, ...sizeOf(files()[file])]).toEqual([size, Number(size), Number(size)])
  })

  test('nothing of it names the folder that it was built in, or is a map of its sources', () => {
    const all = Object.entries(files())
    expect(all.length).toBeGreaterThan(50)
    const told = all.filter(([, bytes]) => new TextDecoder().decode(bytes).includes(root))
    expect(told.map(([name]) => name)).toEqual([])
    expect(all.map(([name]) => name).filter((name) => name.endsWith('.map'))).toEqual([])
  })
})

test("Firefox's own check finds nothing but what preact itself does for a prop that we never use", () => {
  const linter = join(root, 'node_modules/web-ext/bin/web-ext.js')
  const args = [
    'lint',
    '--source-dir',
    join(root, 'dist/firefox'),
    '--output',
    'json',
    '--no-config-discovery',
  ]
  const { stdout } = spawnSync(node, [linter, ...args], { encoding: 'utf8' })
  const { errors, warnings, notices } = JSON.parse(stdout) as Record<
    string,
    { code: string; file: string; message: string }[]
  >
  const told = (all: typeof errors) =>
    all?.map(({ code, file, message }) => `${code} ${file.replace(/-[\w-]{8}\.js/, '')}: ${message}`)
  expect({ errors: told(errors), warnings: told(warnings), notices: told(notices) }).toEqual({
    errors: [],
    warnings: ['UNSAFE_VAR_ASSIGNMENT assets/jsxRuntime: Unsafe assignment to innerHTML'],
    notices: [],
  })
})

/** Of a PNG, in its header. */
function sizeOf(png: Uint8Array | undefined): [number, number] {
  const view = new DataView((png ?? new Uint8Array(24)).buffer, png?.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}
