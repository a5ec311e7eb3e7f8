/** How the extension is built: `vite build --mode chrome|firefox` keeps the right half of the one manifest. */
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import { defineConfig } from 'vite'
import manifest from './manifest.json' with { type: 'json' }

export const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome'
  return {
    oxc: jsx,
    plugins: [crx({ manifest: manifest as ManifestV3Export, browser })],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: ['src/panel/panel.html', 'src/popup/popup.html'] },
    },
  }
})
