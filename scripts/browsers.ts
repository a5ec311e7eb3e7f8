/** Finds the browsers that the tests drive, and fetches them where that is possible: says in clear words when it is not. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, firefox } from 'playwright'

export type BrowserName = 'chromium' | 'firefox'

const WELL_KNOWN: Record<BrowserName, string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/snap/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
}
const DEBIAN: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' }
const VARIABLE: Record<BrowserName, string> = { chromium: 'CHROMIUM', firefox: 'FIREFOX' }

/** The path of a browser that is already here, or nothing: env variable, well-known places, Playwright's own cache. */
export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[VARIABLE[name]]
  if (named) {
    if (!existsSync(named)) throw new Error(`${VARIABLE[name]}=${named} does not exist.`)
    return named
  }
  const cached = { chromium, firefox }[name].executablePath()
  // Branded Chrome refuses --load-extension, and Playwright's Firefox is patched and speaks no BiDi for extensions: neither is looked for.
  return [...WELL_KNOWN[name], ...(name === 'chromium' ? [cached] : [])].find(existsSync)
}

/** Finds a browser or fetches it; throws a sentence a person can act on. */
export function ensureBrowser(name: BrowserName): string {
  return findBrowser(name) ?? fetchBrowser(name) ?? refuse(name)
}

function fetchBrowser(name: BrowserName): string | undefined {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing ${DEBIAN[name]} from Debian's packages …`)
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', DEBIAN[name])
  } else if (name === 'chromium') {
    console.log('Asking Playwright for its Chromium …')
    spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
      stdio: 'inherit',
    })
  }
  return findBrowser(name)
}

function refuse(name: BrowserName): never {
  throw new Error(
    `No ${name} to test with. Install it (Debian: apt-get install ${DEBIAN[name]}), ` +
      `or point ${VARIABLE[name]} at its binary, then run the command again.`,
  )
}

if (import.meta.main) {
  try {
    ensureBrowser('chromium')
    ensureBrowser('firefox')
  } catch (error) {
    console.error(`\n${(error as Error).message}\n`)
    process.exit(1)
  }
}
