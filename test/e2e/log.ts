/** Reads the log as the row contract promises it (design section 5), in whichever document the panel stands. */
import type { Surface } from '../browsers/browser.ts'

export interface Row {
  kind: string
  name: string
  status: string
  render: string
  patches: string
  transport: string
}

/** Rows on screen, oldest first. */
export function readRows(panel: Surface): Promise<Row[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll('[role=grid][aria-label=Log] [role=row][data-kind]')].map(
      (row) => ({ ...(row as HTMLElement).dataset }) as unknown as Row,
    ),
  )
}

interface RowIndexes {
  header: number
  /** In the order of the document. */
  rows: number[]
  /** `aria-rowcount` of the grid. */
  count: number
}

/** What the log tells a screen reader of its size and of where each row stands in it. */
export function readRowIndexes(panel: Surface): Promise<RowIndexes> {
  return panel.evaluate(() => {
    const grid = document.querySelector('[role=grid][aria-label=Log]')
    const numbers = (selector: string) =>
      [...(grid?.querySelectorAll(selector) ?? [])].map((row) => Number(row.getAttribute('aria-rowindex')))
    return {
      header: numbers('[role=row]:not([data-kind])')[0] ?? -1,
      rows: numbers('[role=row][data-kind]'),
      count: Number(grid?.getAttribute('aria-rowcount')),
    }
  })
}

/** `call search_tags ok none` for each row on screen. */
export async function readLog(panel: Surface): Promise<string[]> {
  return (await readRows(panel)).map(({ kind, name, status, render }) =>
    [kind, name, status, render].join(' '),
  )
}

/** Waits until a row reads like this, and gives all of them. */
export async function waitForRow(panel: Surface, text: string): Promise<string[]> {
  await panel.waitFor(
    (wanted) =>
      [...document.querySelectorAll('[role=grid][aria-label=Log] [role=row][data-kind]')].some((row) => {
        const { kind, name, status, render } = (row as HTMLElement).dataset
        return [kind, name, status, render].join(' ') === wanted
      }),
    text,
  )
  return readLog(panel)
}

/** Waits until the summary bar counts so many: `(panel, 2, 'dispatches')`. */
export async function waitForCount(panel: Surface, count: number, word: string): Promise<void> {
  await panel.waitFor(
    (wanted) => ` ${document.querySelector('[role=status]')?.textContent}`.match(wanted),
    `[^\\d,]${count.toLocaleString('en')} ${word}(?![a-z])`,
  )
}

/** Presses a button of the panel by its accessible name, or the beginning of it, once it is there. */
export async function press(panel: Surface, label: string): Promise<void> {
  await panel.waitFor((name) => {
    const button = [
      ...document.querySelectorAll<HTMLElement>('button, [role=checkbox], input[type=checkbox], label'),
    ].find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim().startsWith(name))
    button?.click()
    return button !== undefined
  }, label)
}

/** The switch that keeps the log from page to page, as each browser's own Network panel calls it. */
export const KEEP_LOG = { chromium: 'Keep log', firefox: 'Persist Logs' } as const
