/** An empty project with what npm packs installed into it, as a team has it. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface Project {
  folder: string
  remove(): void
}

/** The package must have been built. */
export function makeProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'djust-project-'))
  npm(root, 'pack', '--pack-destination', folder, '--ignore-scripts')
  const [tarball = ''] = readdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"name":"empty","private":true,"type":"module"}')
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', '--legacy-peer-deps', `./${tarball}`)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function npm(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: ${stderr}`)
}
