/** How much a browser loads of what was built, zipped, and how much of it there may be (the design's numbers to hold). */
import { globSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Size {
  what: string
  /** Zipped. */
  bytes: number
  /** Kilobytes of 1,024, as tools that zip count them. */
  most: number
}

/** `folder`: a built extension. What every page loads, what the panel loads before it shows the log and a row, and each part that comes later. */
export function sizesOf(folder: string): Size[] {
  const content = globSync('src/content/**/*.js', { cwd: folder }).sort()
  const first = firstLoadOf(folder)
  const later = globSync('assets/*.{js,css}', { cwd: folder }).sort()
  return [
    ...content.map((file) => ({ what: basename(file), bytes: zipped(join(folder, file)), most: 10 * 1024 })),
    {
      what: 'panel, first load',
      bytes: first.reduce((sum, file) => sum + zipped(join(folder, file)), 0),
      most: 60 * 1024,
    },
    ...later
      .filter((file) => !first.includes(file))
      .map((file) => ({ what: file, bytes: zipped(join(folder, file)), most: 40 * 1024 })),
  ]
}

/** A line each; those over their limit say so. */
export function tellSizes(sizes: readonly Size[]): string {
  const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`
  return sizes
    .map(({ what, bytes, most }) => {
      const over = bytes > most ? `  over its ${kB(most)}` : ''
      return `${kB(bytes).padStart(9)}  ${what}${over}`
    })
    .join('\n')
}

const zipped = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length

/** What panel.html names, and all that its scripts import at once. */
function firstLoadOf(folder: string): string[] {
  const html = readFileSync(join(folder, 'src/panel/panel.html'), 'utf8')
  const found = new Set([...html.matchAll(/assets\/[\w.-]+\.(?:js|css)/g)].map(([file]) => file))
  for (const file of found) {
    if (!file.endsWith('.js')) continue
    const script = readFileSync(join(folder, file), 'utf8')
    for (const [, name = ''] of script.matchAll(/\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      found.add(relative(folder, join(folder, 'assets', name)))
  }
  return [...found]
}
