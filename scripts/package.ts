/** Builds what npm packs: the command line, the fixture and the instrument as JavaScript with nothing to install beside them, and their types. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Rolldown } from 'vite'
import { buildStandalone } from './standalone.ts'

const root = join(import.meta.dirname, '..')
const out = join(root, 'dist/package')

/** What whoever installs the package brings along. */
const PEERS = ['@playwright/test', 'playwright']

export async function buildPackage(): Promise<void> {
  rmSync(out, { recursive: true, force: true })
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: PEERS },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          'djust-devtools': 'src/cli/djust-devtools.ts',
          playwright: 'src/playwright/playwright.ts',
          'contract-schema': 'src/contract/contract-schema.ts',
        },
        // Beside each other: what they read lies beside them, too.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  await buildInstrument()
  copyDemo()
  await buildStandalone(out)
  writeSchema()
  writeTypes()
  writeFileSync(join(out, 'THIRD-PARTY.txt'), licencesOf(modulesOf(built)))
  chmodSync(join(out, 'djust-devtools.js'), 0o755)
}

async function buildInstrument(): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: {
        input: join(root, 'src/playwright/instrument.iife.ts'),
        output: { format: 'iife', entryFileNames: 'instrument.js' },
      },
    },
  })
}

/** What the demo reads lies beside the program as it lies beside its sources. The studio must have been built. */
function copyDemo(): void {
  cpSync(join(root, 'demo/tags/templates'), join(out, 'tags/templates'), { recursive: true })
  const filter = (file: string) => !file.endsWith('.ts')
  cpSync(join(root, 'demo/tags/page'), join(out, 'tags/page'), { recursive: true, filter })
  cpSync(join(root, 'dist/studio'), join(out, 'studio'), { recursive: true })
}

/** From the built module, which is of no use to anybody else. */
function writeSchema(): void {
  const module = join(out, 'contract-schema.js')
  const tell = `import(process.argv[1]).then((of) => console.log(JSON.stringify(of.CONTRACT_SCHEMA, undefined, 2)))`
  const { stdout } = spawnSync(process.execPath, ['-e', tell, `${pathToFileURL(module)}`], {
    encoding: 'utf8',
  })
  if (!stdout.includes('json-schema.org')) throw new Error('The schema of contracts could not be written.')
  writeFileSync(join(out, 'contract.schema.json'), stdout)
  rmSync(module)
}

/** Of the fixture's two public files only: what they say needs nothing else. */
function writeTypes(): void {
  const types = join(out, 'types')
  const config = join(out, 'tsconfig.json')
  const compilerOptions = {
    noEmit: false,
    emitDeclarationOnly: true,
    declaration: true,
    outDir: types,
    rootDir: root,
  }
  const files = [join(root, 'src/playwright/playwright.ts')]
  const extended = join(root, 'tsconfig.json')
  writeFileSync(config, JSON.stringify({ extends: extended, compilerOptions, files, include: [] }))
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', config],
    { encoding: 'utf8' },
  )
  rmSync(config)
  if (status !== 0) throw new Error(`The types of the package could not be written:\n${stdout}`)
  for (const name of ['playwright', 'public']) {
    const text = readFileSync(join(types, `src/playwright/${name}.d.ts`), 'utf8')
    writeFileSync(join(out, `${name}.d.ts`), text.replace(/(from '\.\/\w+)\.ts'/g, "$1.js'"))
  }
  rmSync(types, { recursive: true })
}

function modulesOf({ output }: Rolldown.RolldownOutput): string[] {
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
}

/** What stands in the built files is other people's too, and they ask to be named. */
function licencesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []))
  const said = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const [file] = globSync('LICEN[CS]E*', { cwd: folder })
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`
    return `${name} ${version}\n\n${text}\n`
  })
  return said.join(`\n${'-'.repeat(72)}\n\n`)
}

if (import.meta.main) await buildPackage()
