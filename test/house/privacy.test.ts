/** What PRIVACY.md says of the extension, held against its manifest and its sources. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const privacy = read('PRIVACY.md')
const manifest = JSON.parse(read('manifest.json'))

test('every permission is explained, and none that is not asked for', () => {
  const explained = privacy.slice(privacy.indexOf('**Permissions.**')).match(/`(\w+)`/g) ?? []
  expect(explained.map((each) => each.slice(1, -1)).toSorted()).toEqual(manifest.permissions.toSorted())
})

test('the pages that are looked at from the start are those that it names', () => {
  const from = privacy.indexOf('(`localhost`')
  const named = privacy.slice(from, privacy.indexOf(')', from)).match(/`[^`]+`/g) ?? []
  const hosts = named.map((each) => each.slice(1, -1))
  expect(manifest.host_permissions).toEqual(hosts.map((host) => `*://${host}/*`))
  for (const { matches } of manifest.content_scripts) expect(matches).toEqual(manifest.host_permissions)
  expect(manifest.optional_host_permissions).toEqual(['*://*/*'])
})

test('the stores are told the same: no data is collected', () => {
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] })
})

/** Whatever could reach a server, and what it is for. */
const ASKS: Record<string, string> = {
  'src/panel/mount-panel.tsx: fetch(':
    'the page for an export, from the package itself; a recording that the address of a tab names',
  'src/content/errands/resend-in-page.ts: fetch(': 'Resend, by the page',
  'src/core/copy/fetch.ts: fetch(': 'the text of a copy',
  'src/core/resend.ts: fetch(': 'the text of what would be resent',
}

test('nothing in the extension asks a server for anything but by what a person asked it to', () => {
  const files = globSync('src/{background,content,core,overlay,panel,popup,protocol}/**/*.{ts,tsx}', {
    cwd: root,
  })
  expect(files.length).toBeGreaterThan(200)
  const asking = files.flatMap((file) =>
    (
      read(file).match(
        /\b(?:fetch|sendBeacon|new (?:WebSocket|EventSource|XMLHttpRequest|WebTransport|Image))\(/g,
      ) ?? []
    ).map((how) => `${file}: ${how}`),
  )
  expect([...new Set(asking)].toSorted()).toEqual(Object.keys(ASKS).toSorted())
})
