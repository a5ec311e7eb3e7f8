/** How long it takes, at 100,000 rows, until what a person types, clicks and steps to is to be seen. */
import type { Page } from 'playwright'
import { type Answered, timeUntil } from './answering.ts'
import { type Figure, median } from './figure.ts'

const rowCount = () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')
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

export async function measureFiltering(page: Page): Promise<Figure[]> {
  const box = page.getByRole('combobox', { name: 'Filter' })
  // The grammar comes with the first letter.
  await box.fill('name:x')
  await page.waitForFunction(
    () => document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '1',
  )
  const figures: Figure[] = []
  for (const { says, before, key } of FILTERS) {
    const rounds: Answered[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await box.fill(before)
      await page.waitForTimeout(300)
      rounds.push(await timeUntil(page, 'keydown', rowCount, () => page.keyboard.press(key)))
    }
    figures.push({ what: `filter by ${says}: frames until the result is shown`, limit: 3, ...told(rounds) })
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
