/** A page that lays the pictures of each view side by side, so that a person can look at all of them. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const pictureOf = (view: string, browser: string, theme: Theme) => `${view}-${browser}-${theme}.png`

/** `folder`: where the pictures are; those that are not are left out. */
export function writeIndex(folder: string, views: readonly { id: string; says: string }[]): void {
  const sections = views.map(({ id, says }) => {
    const pictures = ['chromium', 'firefox'].flatMap((browser) =>
      THEMES.map((theme) => ({ file: pictureOf(id, browser, theme), what: `${browser}, ${theme}` })),
    )
    const shown = pictures
      .filter(({ file }) => existsSync(join(folder, file)))
      .map(
        ({ file, what }) =>
          `<figure><a href="${file}"><img src="${file}" alt="${says}: ${what}" loading="lazy"></a><figcaption>${what}</figcaption></figure>`,
      )
    return `<section><h2>${says}</h2><div>${shown.join('')}</div></section>`
  })
  writeFileSync(join(folder, 'index.html'), `${HEAD}${sections.join('\n')}`)
}

const HEAD = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Every view, in both browsers and both themes</title>
<style>
body { margin: 24px; font: 14px system-ui, sans-serif; color-scheme: light dark }
section > div { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px }
figure { margin: 0 }
img { width: 100%; border: 1px solid #8888 }
</style>
`
