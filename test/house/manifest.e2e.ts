/** The built manifests: nothing a page could see or wait for, and exactly the permissions of the design. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sizesOf } from '../../scripts/sizes.ts'

const LOCAL = [
  '*://localhost/*',
  '*://127.0.0.1/*',
  '*://0.0.0.0/*',
  '*://[::1]/*',
  '*://*.localhost/*',
  '*://*.test/*',
]

describe.each(['chrome', 'firefox'])('dist/%s', (browser) => {
  const folder = join(import.meta.dirname, '../../dist', browser)
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const text = read('manifest.json')
  const manifest = JSON.parse(text)

  test('asks for exactly what the design says', () => {
    expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'scripting', 'storage'])
    expect(manifest.host_permissions).toEqual(LOCAL)
    expect(manifest.optional_host_permissions).toEqual(['*://*/*'])
    expect(manifest.optional_permissions).toBeUndefined()
  })

  test('opens nothing to pages and loads nothing late', () => {
    expect(manifest.web_accessible_resources).toBeUndefined()
    expect(text).not.toContain('loader')
    expect(manifest.content_security_policy).toBeUndefined()
  })

  test('has two content scripts, in both worlds, in every frame, before the page', () => {
    expect(manifest.content_scripts).toHaveLength(2)
    for (const script of manifest.content_scripts)
      expect(script).toMatchObject({
        matches: LOCAL,
        run_at: 'document_start',
        all_frames: true,
        match_origin_as_fallback: true,
      })
    expect(manifest.content_scripts.map(({ world }: { world?: string }) => world ?? 'ISOLATED')).toEqual([
      'MAIN',
      'ISOLATED',
    ])
  })

  test.each(manifest.content_scripts.flatMap(({ js }: { js: string[] }) => js) as string[])(
    '%s is one plain classic script',
    (file) => {
      const script = read(file)
      expect(script).not.toMatch(/\bimport\b\s*[("'{*]/)
      expect(script).not.toMatch(/\bexport\b\s*[{*]/)
      // A classic script is a Script and no Module: this parses it as one.
      expect(() => new Function(script)).not.toThrow()
    },
  )

  test('loads no more than it may, in the page and in the panel', () => {
    const sizes = sizesOf(folder)
    expect(sizes.map(({ what }) => what)).toContain('panel, first load')
    expect(sizes.map(({ what }) => what)).toContain('instrument.iife.js')
    expect(sizes.filter(({ bytes, most }) => bytes > most)).toEqual([])
  })

  test('carries only its own browser in it', () => {
    if (browser === 'chrome') {
      expect(manifest.background.service_worker).toBeTypeOf('string')
      expect(manifest.background.scripts).toBeUndefined()
      expect(manifest.minimum_chrome_version).toBe('126')
    } else {
      expect(manifest.background.scripts).toHaveLength(1)
      expect(manifest.background.service_worker).toBeUndefined()
      expect(manifest.browser_specific_settings.gecko).toMatchObject({
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      })
    }
  })
})
