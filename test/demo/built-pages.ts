/** Builds what the tutorial's page loads, into a folder a test may serve. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'

const root = join(import.meta.dirname, '../..')

export async function buildPages(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'djust-pages-'))
  const entries = {
    'runtime.js': 'demo/runtime/runtime.iife.ts',
    'typeahead.js': 'demo/tags/page/typeahead.ts',
  }
  for (const [file, entry] of Object.entries(entries)) {
    const built = await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        write: false,
        target: 'es2023',
        lib: { entry: join(root, entry), formats: ['iife'], name: 'built', fileName: () => file },
      },
    })
    const [output] = [built].flat() as Rolldown.RolldownOutput[]
    writeFileSync(join(folder, file), output?.output[0].code ?? '')
  }
  return folder
}
