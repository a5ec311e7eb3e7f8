/** Every view of the panel, and how a person comes to see it. One stands on what the one before has left. */
import type { Tab } from '../../browsers/browser.ts'
import { openBuild } from './compared.ts'

export interface View {
  /** Of the file's name. */
  id: string
  /** Over its row of pictures. */
  says: string
  show(tab: Tab): Promise<void>
}

const row = (name: string) => `[role=row][data-name=${name}]`
const there = (tab: Tab, selector: string) =>
  tab.waitFor((of) => document.querySelector(of) !== null, selector)
const gone = (tab: Tab, selector: string) =>
  tab.waitFor((of) => document.querySelector(of) === null, selector)

/** In the studio, beside the page that is watched. */
export const STUDIO_VIEWS: readonly View[] = [
  {
    id: 'studio',
    says: 'The studio after a person has written an issue',
    show: async () => {},
  },
  {
    id: 'overlay',
    says: 'A row is pointed at, and what it changed is outlined in the page',
    async show(tab) {
      await tab.evaluate(
        (of) => document.querySelector(of)?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })),
        `${row('add_tag')} .name`,
      )
      const page = await tab.frame('/tutorial')
      await page.waitFor(() => document.querySelector('djust-devtools-overlay') !== null)
    },
  },
  {
    id: 'resend',
    says: 'A call is to be sent again',
    async show(tab) {
      await tab.click(row('search_tags'))
      await tab.waitFor(() => {
        const button = [...document.querySelectorAll<HTMLElement>('.pane button')].find(({ textContent }) =>
          /^edit and resend/i.test(textContent ?? ''),
        )
        button?.click()
        return button !== undefined
      })
      await there(tab, 'dialog')
    },
  },
]

/** In the panel by itself, before and after it opens the recording of that. */
export const EMPTY_VIEW: View = {
  id: 'empty',
  says: 'The panel by itself, with nothing to show',
  show: (tab) => there(tab, '[data-empty]').then(() => {}),
}

const tab = (id: string, name: string, says: string): View => ({
  id: `details-${id}`,
  says,
  async show(page) {
    await page.click(row(name))
    await page.click(`.details [data-tab=${id}]`)
    await there(page, '[role=complementary] [role=tabpanel] > :not(h2)')
  },
})

export const PANEL_VIEWS: readonly View[] = [
  {
    id: 'log',
    says: 'The log',
    async show(tab) {
      await there(tab, row('add_tag'))
      await there(tab, '.strip path')
    },
  },
  {
    id: 'columns',
    says: 'Which columns there are',
    async show(tab) {
      await tab.click('[aria-label=Columns]')
      await there(tab, '[role=menu]')
    },
  },
  {
    id: 'filter',
    says: 'The filter, and what may stand at the caret',
    async show(tab) {
      await tab.press('Escape')
      await gone(tab, '[role=menu]')
      await tab.type('[role=combobox]', 'is:')
      await there(tab, '[role=listbox] [role=option]')
    },
  },
  {
    id: 'filtered-out',
    says: 'Everything is filtered out',
    async show(tab) {
      await tab.press('Escape')
      await tab.type('[role=combobox]', 'held statsu:x')
      await there(tab, '[data-empty=filtered]')
    },
  },
  {
    id: 'row-menu',
    says: 'What can be done with a row',
    async show(tab) {
      await tab.press('Escape')
      await tab.click(row('add_tag'))
      await tab.press('Shift+F10')
      await there(tab, '[role=menu]')
    },
  },
  {
    id: 'details-overview',
    says: 'Details: a dispatch that re-rendered',
    async show(page) {
      await page.press('Escape')
      await gone(page, '[role=menu]')
      await page.click(row('add_tag'))
      await there(page, '[role=complementary]')
    },
  },
  tab('payload', 'add_tag', 'Details: what was sent'),
  tab('response', 'search_tags', 'Details: what was answered'),
  {
    id: 'details-find',
    says: 'Details: something is looked for in an answer',
    async show(page) {
      await page.click('.pane [role=treeitem]')
      await page.press('Control+f')
      await there(page, '.find input:focus')
      await page.type('.find input', 'reg')
    },
  },
  tab('patches', 'add_tag', 'Details: the patches'),
  tab('timing', 'add_tag', 'Details: where the time went'),
  {
    id: 'details-compare',
    says: 'Details: what differs from the one before',
    async show(page) {
      await page.click(`${row('search_tags')}:nth-last-child(1 of ${row('search_tags')})`)
      await page.click('.details [data-tab=compare]')
      await there(page, '[role=complementary] [role=tabpanel] > :not(h2)')
    },
  },
  {
    id: 'details-failed',
    says: 'Details: a call that failed',
    async show(page) {
      await page.click(row('no_such_function'))
      await page.click('.details [data-tab=overview]')
    },
  },
  {
    id: 'statistics',
    says: 'Statistics',
    async show(tab) {
      await tab.click('.views-of [data-tab=statistics]')
      await there(tab, '.uplot')
      await tab.click('.view-statistics summary')
    },
  },
  {
    id: 'advice',
    says: 'Advice',
    async show(tab) {
      await tab.click('.views-of [data-tab=advice]')
      await there(tab, '.advice')
    },
  },
  {
    id: 'baselines-empty',
    says: 'Baselines, before there is one',
    async show(tab) {
      // The theme before this one has kept one.
      await tab.evaluate(
        () =>
          new Promise<void>((resolve) => {
            indexedDB.deleteDatabase('djust-devtools').onsuccess = () => resolve()
          }),
      )
      await tab.click('.views-of [data-tab=baselines]')
      await there(tab, '.baselines .nothing')
    },
  },
  {
    id: 'baselines',
    says: 'Baselines: the log is compared with one of another build',
    async show(tab) {
      await openBuild(tab, 'old')
      await tab.type('.baselines form input', 'Monday’s build')
      await tab.click('.baselines form button')
      await there(tab, '.baselines .findings')
      await openBuild(tab, 'new')
      await tab.click('.baselines td .action')
      await there(tab, '.distributions svg')
    },
  },
  {
    id: 'baselines-narrow',
    says: 'Baselines, 320 px wide',
    async show(tab) {
      await tab.resize(320, 700)
      await there(tab, '.distributions svg')
    },
  },
  {
    id: 'contract',
    says: 'What is true of the log, as a contract',
    async show(tab) {
      await tab.resize(1100, 640)
      await tab.click('.baselines .contract button')
      await there(tab, 'dialog .yaml')
    },
  },
  {
    id: 'settings',
    says: 'Settings',
    async show(tab) {
      await tab.press('Escape')
      await gone(tab, 'dialog')
      await tab.click('.views-of [data-tab=log]')
      await tab.click('[aria-label=Settings]')
      await there(tab, 'dialog')
    },
  },
  {
    id: 'export-menu',
    says: 'What a log can be exported as',
    async show(tab) {
      await tab.press('Escape')
      await gone(tab, 'dialog')
      await tab.click('[aria-label=Export]')
      await there(tab, '[role=menu]')
    },
  },
  {
    id: 'export',
    says: 'What will be in the exported file',
    async show(tab) {
      await tab.press('ArrowDown')
      await tab.press('Enter')
      await tab.waitFor(() => document.querySelector('dialog')?.textContent?.includes('Ready:'))
    },
  },
  {
    id: 'narrow',
    says: '320 px wide: the details lie below the log',
    async show(tab) {
      await tab.press('Escape')
      await gone(tab, 'dialog')
      await tab.resize(320, 700)
      await tab.click(row('add_tag'))
      await there(tab, '.split.below')
    },
  },
  {
    id: 'short',
    says: 'A dock that is wide and short: the details lie beside the log',
    async show(tab) {
      await tab.resize(1100, 220)
      await there(tab, '.split.beside')
    },
  },
  {
    id: 'zoomed-details',
    says: '640 by 512 px at 200 %: the details take the place of the log',
    async show(tab) {
      await tab.resize(320, 256)
      await there(tab, '.split.instead .details')
    },
  },
  {
    id: 'zoomed',
    says: '640 by 512 px at 200 %: the log',
    async show(tab) {
      await tab.press('Escape')
      await gone(tab, '.details')
    },
  },
]

/** In Chromium's own DevTools, of the same session. */
export const DEVTOOLS_VIEWS = [
  { id: 'devtools-djust', says: 'The panel in DevTools' },
  { id: 'devtools-network', says: "Chrome's own Network panel, of the same session" },
] as const
