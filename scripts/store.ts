/** `npm run store`: what the stores are handed, each file the same byte for byte wherever it is made: both extensions, and the sources they were built from. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { type Zippable, zipSync } from 'fflate'
import { buildExtension } from './build.ts'

const root = join(import.meta.dirname, '..')

/** The first moment that a zip can name, by the clock of wherever it is made. */
const EPOCH = new Date(1980, 0, 1)

export interface StorePackage {
  /** For example `djust-devtools-chrome-0.1.0.zip`. */
  name: string
  bytes: Uint8Array
}

/**
 * Both extensions must have been built in `home`. The sources are what git tracks in `clone`.
 * @throws where git knows nothing of it.
 */
export function storePackages(home = root, clone = home): StorePackage[] {
  const { version } = JSON.parse(readFileSync(join(home, 'manifest.json'), 'utf8'))
  const built = (['chrome', 'firefox'] as const).map((browser) => {
    const folder = join(home, 'dist', browser)
    const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile())
    return { name: `djust-devtools-${browser}-${version}.zip`, bytes: zipOf(folder, files) }
  })
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: clone, encoding: 'utf8', stdio: 'pipe' })
  const sources = zipOf(home, tracked.split('\0').filter(Boolean))
  return [...built, { name: `djust-devtools-source-${version}.zip`, bytes: sources }]
}

/** Their order, their dates and what zips them are the same everywhere. */
function zipOf(folder: string, files: readonly string[]): Uint8Array {
  const zippable: Zippable = {}
  for (const file of files.map((each) => each.replaceAll(sep, '/')).toSorted()) {
    const path = join(folder, file)
    const isProgram = (statSync(path).mode & 0o100) !== 0
    const mode = isProgram ? 0o100755 : 0o100644
    zippable[file] = [readFileSync(path), { level: 9, mtime: EPOCH, os: 3, attrs: mode * 2 ** 16 }]
  }
  return zipSync(zippable)
}

export function sumOf({ bytes }: StorePackage): string {
  return createHash('sha256').update(bytes).digest('hex')
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { built: { type: 'boolean', default: false } } })
  if (!values.built) for (const browser of ['chrome', 'firefox'] as const) await buildExtension(browser)
  const out = join(root, 'dist/store')
  mkdirSync(out, { recursive: true })
  for (const each of storePackages()) {
    writeFileSync(join(out, each.name), each.bytes)
    console.log(
      `${sumOf(each)}  ${each.bytes.length.toLocaleString('en').padStart(9)} B  dist/store/${each.name}`,
    )
  }
}
