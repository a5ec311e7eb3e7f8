/**
 * Our demo's page for the real client.js: the wheel's own file in place of our runtime, and nothing else in other words than
 * the real runtime has: `dj-value-*` for `dj-payload-*`, `handleEvent` behind the tutorial's `dispatch`.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DemoOptions } from '../../demo/server.ts'

const root = join(import.meta.dirname, '../..')
const ALIAS = 'djust.dispatch = (event, params) => djust.handleEvent(event, params);\n'

export interface DemoPage {
  options: Pick<DemoOptions, 'studioDir' | 'templates'>
  remove(): void
}

/** @param clientJs the text of the installed client.js */
export function makeDemoPage(clientJs: string): DemoPage {
  const folder = mkdtempSync(join(tmpdir(), 'djust-demo-page-'))
  const [studioDir, templates] = [join(folder, 'studio'), join(folder, 'templates')]
  cpSync(join(root, 'dist/studio'), studioDir, { recursive: true })
  writeFileSync(join(studioDir, 'runtime.js'), clientJs)
  rewrite(join(studioDir, 'typeahead.js'), (script) => ALIAS + script)
  cpSync(join(root, 'demo/tags/templates'), templates, { recursive: true })
  for (const template of globSync(join(templates, '*.html')))
    rewrite(template, (html) => html.replaceAll('dj-payload-', 'dj-value-'))
  return {
    options: { studioDir, templates: pathToFileURL(`${templates}/`) },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}
