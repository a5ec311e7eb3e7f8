/** Builds the page that shows one recording by itself: script and styles stand in it, and its own policy forbids everything else. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Rolldown } from 'vite'
import { jsx } from '../vite.config.ts'

const root = join(import.meta.dirname, '..')

/** `outDir`: where `standalone.html` is put. */
export async function buildStandalone(outDir: string): Promise<void> {
  const built = (await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    oxc: jsx,
    build: {
      write: false,
      target: 'es2023',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/panel/standalone.tsx'),
        output: { format: 'es', codeSplitting: false },
      },
    },
  })) as Rolldown.RolldownOutput
  const script = inScript(built.output.map((file) => (file.type === 'chunk' ? file.code : '')).join(''))
  const style = built.output.map((file) => (file.fileName.endsWith('.css') ? sourceOf(file) : '')).join('')
  if (/<\/style|\r/i.test(style)) throw new Error('The styles would end their own element.')
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`
  const page = readFileSync(join(root, 'src/panel/standalone.html'), 'utf8')
    .replace('content=""', `content="${policy}"`)
    // As functions, because `$&` in a text would be taken for what was found.
    .replace('</head>', () => `<style>${style}</style>\n</head>`)
    .replace('</body>', () => `<script type="module">${script}</script>\n</body>`)
  mkdirSync(outDir, { recursive: true })
  writeFileSync(join(outDir, 'standalone.html'), page)
}

function sourceOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string {
  return file.type === 'asset' ? String(file.source) : ''
}

/** In strings, the only place for it, the escape says the same, and neither ends the element nor begins a comment in it. */
function inScript(code: string): string {
  return code.replaceAll('\r', '').replace(/<(\/script|!--)/gi, '<\\$1')
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
