/** How the extension is built: `vite build --mode chrome|firefox` keeps the right half of the one manifest. */
import { globSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { type MinifyOptions, minify } from 'terser'
import { defineConfig, type Plugin } from 'vite'
import manifest from './manifest.json' with { type: 'json' }

export const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** The worker's entry under its own name: what crxjs calls a loader is one static import, and the manifest shall hold no loader. */
function nameWorker(folder: string): Plugin {
  return {
    name: 'name-worker',
    closeBundle(failure) {
      if (failure) return
      const manifest = join(folder, 'manifest.json')
      renameSync(join(folder, LOADER), join(folder, 'background.js'))
      writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(LOADER, 'background.js'))
    },
  }
}
const LOADER = 'service-worker-loader.js'

/**
 * Members that only the modules of the instrument know of each other, which may go by shorter names. No word of the protocol,
 * of the browser's or of the page's may be among them; test/house holds the list against the protocol.
 */
export const PRIVATE_MEMBERS = [
  ...[
    'report',
    'copy',
    'redact',
    'triggers',
    'isSecret',
    'running',
    'arrivals',
    'nextConnection',
    'sessions',
    'renew',
  ],
  ...[
    'receive',
    'expect',
    'complete',
    'adopt',
    'current',
    'awaits',
    'hear',
    'until',
    'named',
    'store',
    'secret',
    'sent',
  ],
  ...[
    'finish',
    'fail',
    'trim',
    'textOf',
    'droppedAt',
    'later',
    'about',
    'leave',
    'post',
    'listen',
    'tellFrame',
  ],
  ...['fields', 'known', 'look', 'notice', 'learn', 'list', 'kindOf', 'hide', 'rewrite', 'session'],
  ...[
    'placeholders',
    'closed',
    'end',
    'header',
    'tracked',
    'djust',
    'line',
    'target',
    'asker',
    'arrived',
    'keep',
  ],
  ...['copyOf', 'head', 'tail', 'asking', 'lend'],
]

/** Every page pays for the content scripts, and whoever opens DevTools for the panel: terser takes another few percent off them. */
function squeezeScripts(folder: string): Plugin {
  const properties = { builtins: true, regex: new RegExp(`^(?:${PRIVATE_MEMBERS.join('|')})$`) }
  const compress = { passes: 6, unsafe_arrows: true }
  // What compresses best, not what is shortest.
  const content: MinifyOptions = { compress: { ...compress, sequences: false, unsafe: true }, toplevel: true }
  return {
    name: 'squeeze-scripts',
    async closeBundle(failure) {
      if (failure) return
      for (const file of globSync(join(folder, 'src/content/**/*.js')))
        await squeeze(file, { ...content, mangle: file.includes('instrument') ? { properties } : true })
      for (const file of globSync(join(folder, 'assets/*.js')))
        await squeeze(file, { compress: { ...compress, unsafe_methods: true }, module: true })
    },
  }
}

async function squeeze(file: string, options: MinifyOptions): Promise<void> {
  const { code } = await minify(readFileSync(file, 'utf8'), { ecma: 2020, ...options })
  if (code) writeFileSync(file, code)
}

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome'
  return {
    oxc: jsx,
    plugins: [
      crx({ manifest: manifest as ManifestV3Export, browser }),
      nameWorker(`dist/${browser}`),
      squeezeScripts(`dist/${browser}`),
    ],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: ['src/panel/panel.html', 'src/popup/popup.html'] },
    },
  }
})
