/** How long it takes, at 100,000 rows, until what a person types, clicks and steps to is to be seen. */
import type { Browser, Page } from 'playwright'
import { type Answered, timeUntil } from './answering.ts'
import { type Figure, median } from './figure.ts'
import { workDuring } from './main-thread.ts'

const firstRows = () =>
  [...document.querySelectorAll('[role=row][data-kind]')]
    .slice(0, 5)
    .map((row) => (row as HTMLElement).dataset['id'])
const selected = () => document.querySelector('[role=row][aria-selected=true]')?.getAttribute('data-id')

/** What stands in the box, and the key that changes what is shown. */
const FILTERS: readonly { says: string; before: string; key: string }[] = [
  { says: 'a name', before: 'name:add_ta', key: 'g' },
  { says: 'a time', before: 'slower-than:2', key: '0' },
  { says: 'words in payloads', before: 'regression-1', key: '2' },
  { says: 'a parameter', before: 'param.q:lo', key: 'g' },
]
const ROUNDS = 5
/** ms: three frames, which no task may hold the panel up for. */
const LONGEST = 50
/** ms, in which the whole log has been asked. */
const SETTLED = 1500
const said = () => document.querySelector<HTMLElement>('[role=grid]')?.dataset['said']

/** `empty` is typed into by turns: frames that a busy machine loses there are not the panel's. */
export async function measureFiltering(browser: Browser, page: Page, empty: Page): Promise<Figure[]> {
  const [box, control] = [page.getByRole('combobox', { name: 'Filter' }), empty.getByLabel('Filter')]
  // The grammar comes with the first letter.
  await box.fill('name:x')
  await page.waitForFunction(
    () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '1',
  )
  const figures: Figure[] = []
  for (const { says, before, key } of FILTERS) {
    const [rounds, controls]: [Answered[], Answered[]] = [[], []]
    let work = { total: 0, longest: 0 }
    for (let round = 0; round <= ROUNDS; round++) {
      await empty.bringToFront()
      await control.fill(before)
      controls.push(await timeUntil(empty, 'keydown', said, () => empty.keyboard.press(key)))
      await page.bringToFront()
      await box.fill(before)
      await page.waitForTimeout(SETTLED)
      const press = () => page.keyboard.press(key)
      if (round < ROUNDS) rounds.push(await timeUntil(page, 'keydown', firstRows, press))
      else
        work = await workDuring(browser, page, async () => {
          await press()
          await page.waitForTimeout(SETTLED)
        })
    }
    const lost = median(controls.map(({ frames }) => frames)) - 1
    const { measured, how, unit } = told(rounds)
    figures.push(
      {
        what: `filter by ${says}: frames until the first rows of it are shown`,
        limit: 3,
        measured: measured - lost,
        unit,
        how: `${how}; ${lost} less, which a page with nothing on it waits as well`,
      },
      {
        what: `filter by ${says}: the longest task until all rows are asked`,
        limit: LONGEST,
        measured: work.longest,
        unit: 'ms',
        how: `of the processor, ${work.total.toFixed(0)} ms in all`,
      },
    )
  }
  await box.fill('')
  return figures
}

export async function measureSorting(page: Page): Promise<Figure[]> {
  const rounds: Answered[] = []
  for (const column of ['Time', 'Name', 'Time', 'Name', 'Time']) {
    const header = page.getByRole('columnheader', { name: column, exact: true })
    rounds.push(await timeUntil(page, 'pointerdown', firstRows, () => header.click()))
    await page.waitForTimeout(300)
  }
  return [{ what: 'sort by a column: frames until the order is shown', ...told(rounds) }]
}

export async function measureSteps(page: Page): Promise<Figure[]> {
  await page.locator('[role=row][data-kind]').nth(5).click()
  await page.locator('[role=complementary]').waitFor()
  const rounds: Answered[] = []
  for (let step = 0; step < 20; step++)
    rounds.push(await timeUntil(page, 'keydown', selected, () => page.keyboard.press('ArrowDown')))
  return [{ what: 'step to the next row, details open: frames until it is selected', ...told(rounds) }]
}

function told(rounds: readonly Answered[]): Pick<Figure, 'measured' | 'unit' | 'how'> {
  const all = rounds.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b)
  return {
    measured: median(rounds.map(({ frames }) => frames)),
    unit: 'frames',
    how: `median of ${rounds.length}; ${all[0]} to ${all.at(-1)} ms, median ${median(all)} ms`,
  }
}
