/** Builds everything that is shipped or served: `dist/chrome`, `dist/firefox`, `dist/studio`, and `dist/package`, which npm packs. */
import { existsSync, globSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { jsx } from '../vite.config.ts'
import { checkLessons, lessonsPlugin } from './lessons.ts'
import { buildPackage } from './package.ts'
import { sizesOf, tellSizes } from './sizes.ts'
import { buildStandalone } from './standalone.ts'

const root = join(import.meta.dirname, '..')

// What is shipped must be the same whatever a shell has set here; with `test`, every element would name its line and its folder.
process.env['NODE_ENV'] = 'production'

/** The scripts that a page loads as they are: one classic script each, nothing to wait for. */
const CLASSIC = {
  instrument: 'src/studio/instrument.iife.ts',
  runtime: 'demo/runtime/runtime.iife.ts',
  typeahead: 'demo/tags/page/typeahead.ts',
  ways: 'demo/tags/page/ways.ts',
  mishaps: 'demo/mishaps/page/mishaps.ts',
  triage: 'demo/tags/page/triage.ts',
  'without-socket': 'demo/tags/page/without-socket.ts',
}

export async function buildExtension(browser: 'chrome' | 'firefox'): Promise<void> {
  await build({ root, mode: browser, logLevel: 'warn' })
  for (const name of ['collateral', 'overlay', 'shaker'])
    await buildClassic(join(root, `dist/${browser}/src/content/${name}`), {
      [`${name}.iife`]: `src/content/${name}/${name}.iife.ts`,
    })
  await buildStandalone(join(root, `dist/${browser}/src/panel`))
}

export async function buildStudio(): Promise<void> {
  checkLessons(root)
  const outDir = join(root, 'dist/studio')
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    oxc: jsx,
    plugins: [lessonsPlugin()],
    base: '/',
    publicDir: 'public',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: {
        input: [
          'src/studio/studio.html',
          'src/studio/ways/both-ways.html',
          'src/studio/mishaps/mishaps.html',
          'src/studio/lessons/lessons.html',
          'src/studio/lessons/lesson.html',
          'src/panel/panel.html',
        ],
      },
    },
  })
  await buildStandalone(join(outDir, 'src/panel'))
  await buildClassic(outDir, CLASSIC)
}

/** Scripts that a page takes as they are, with nothing to wait for. */
async function buildClassic(outDir: string, entries: Record<string, string>): Promise<void> {
  for (const [name, entry] of Object.entries(entries))
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: {
        outDir,
        emptyOutDir: false,
        target: 'es2023',
        rolldownOptions: {
          input: join(root, entry),
          output: { format: 'iife', entryFileNames: `${name}.js` },
        },
      },
    })
}

const SOURCES = ['src/**/*', 'demo/**/*', 'lessons/*', 'package-lock.json', 'scripts/build.ts']

/** Builds only what is older than its sources, so that a second start does not wait. */
export async function buildStudioIfStale(): Promise<void> {
  const built = join(root, 'dist/studio/without-socket.js')
  const since = existsSync(built) ? statSync(built).mtimeMs : 0
  const sources = globSync(SOURCES, { cwd: root })
  if (sources.some((file) => statSync(join(root, file)).mtimeMs > since)) await buildStudio()
}

if (import.meta.main) {
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  await buildExtension('chrome')
  await buildExtension('firefox')
  await buildStudio()
  await buildPackage()
  console.log(
    `Built dist/chrome, dist/firefox, dist/studio and dist/package. Zipped, in Chrome:\n${tellSizes(sizesOf(join(root, 'dist/chrome')))}`,
  )
}
