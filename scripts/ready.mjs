/**
 * Makes a fresh checkout ready before any other script: installs what is missing and proves that the right Node came.
 *
 * Plain JavaScript on purpose: it runs on the machine's own Node (20 or newer), with no node_modules.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const at = (...parts) => join(root, ...parts)

function fail(...lines) {
  console.error(`\n${lines.join('\n')}\n`)
  process.exit(1)
}

function isInstalled() {
  const mark = at('node_modules', '.package-lock.json')
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(at('package-lock.json')).mtimeMs
}

/** The lockfile may be newer only because git has just written it; what counts is whether it says the same. */
function isSame() {
  const mark = at('node_modules', '.package-lock.json')
  if (!existsSync(mark)) return false
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages
  const found = JSON.parse(readFileSync(mark, 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
  )
}

function install() {
  console.log('Installing what the lockfile names (npm ci) …')
  const npm = process.env.npm_execpath
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const { status } = spawnSync(command, [...args, 'ci', '--loglevel=error', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows && !npm,
  })
  if (status !== 0) fail('npm ci failed; its own words are above.', 'Nothing was started.')
}

/** npm runs install scripts only where package.json allows them; this proves that the one we need did run. */
function checkNode() {
  const wanted = JSON.parse(readFileSync(at('package.json'), 'utf8')).devDependencies.node
  const binary = at('node_modules', '.bin', windows ? 'node.cmd' : 'node')
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8', shell: windows })
  const found = stdout?.trim() || 'nothing'
  if (found !== `v${wanted}`)
    fail(
      `The scripts of this repository run on Node ${wanted}, which comes with the "node" package, but found ${found}.`,
      'Its install script may have been blocked. Run: npm rebuild node --foreground-scripts',
      'or delete node_modules and run the command again.',
    )
  return binary
}

if (!isInstalled() && !isSame()) install()
const node = checkNode()

if (process.argv.includes('--browsers')) {
  const { status } = spawnSync(node, [at('scripts', 'browsers.ts')], { stdio: 'inherit', shell: windows })
  if (status !== 0) process.exit(status ?? 1)
}
