/** Nobody tells a page of Firefox that its extension is gone: a shaker that is told no more stops of its own. */
import { expect, test } from 'vitest'
import { pageView } from './page-view.ts'

const call = (name: string) =>
  [`/djust/api/call/v/${name}/`, { method: 'POST', body: '{"params":{}}' }] as const

test('what is told no more stops when its lease is over: what is held goes, and the page has its own functions back', async () => {
  const page = pageView()
  page.shake({ lease: 300, most: 8_000_000 })
  const got: number[] = []
  for (let n = 1; n <= 5; n++) void page.view.fetch(...call('search')).then(() => got.push(n))
  for (const { answer } of page.asked) answer('{}')
  await page.move(299)
  expect([page.isPristine(), got.length < 5]).toEqual([false, true])
  await page.move(300)
  expect([page.isPristine(), got.toSorted()]).toEqual([true, [1, 2, 3, 4, 5]])
})

test('what is told again goes on, and counts on', async () => {
  const page = pageView()
  for (const at of [0, 200, 400, 600]) {
    await page.move(at)
    page.shake({ round: 1, lease: 300 })
    void page.view.fetch(...call('search'))
  }
  expect(page.facts.map((fact) => 'number' in fact && fact.number)).toEqual([1, 2, 3, 4])
  await page.move(899)
  expect(page.isPristine()).toBe(false)
  await page.move(900)
  expect(page.isPristine()).toBe(true)
})

test('what is told again after its lease was over begins anew', async () => {
  const page = pageView()
  page.shake({ round: 1, lease: 300 })
  void page.view.fetch(...call('search'))
  await page.move(1000)
  page.shake({ round: 1, lease: 300 })
  void page.view.fetch(...call('search'))
  expect(page.facts.map((fact) => 'number' in fact && fact.number)).toEqual([1, 1])
})

test('of two panels the one that began last is heard', async () => {
  const page = pageView()
  page.shake({ round: 1, seed: 1 })
  page.shake({ round: 2, seed: 2 })
  page.shake({ round: 1, seed: 1 })
  void page.view.fetch(...call('search'))
  expect(page.facts).toMatchObject([{ type: 'shaken', seed: 2, number: 1 }])
})

test('a page that stood still has heard nothing meanwhile, and waits once more', async () => {
  const page = pageView()
  page.shake({ round: 1, lease: 300 })
  page.freeze(60_000)
  await page.move(60_299)
  expect(page.isPristine()).toBe(false)
  await page.move(60_300)
  expect(page.isPristine()).toBe(true)
})

test('no timer waits in a page that is not shaken', async () => {
  const page = pageView()
  expect(page.timers()).toBe(0)
  page.shake({})
  expect(page.timers()).toBe(1)
  page.shake()
  expect(page.timers()).toBe(0)
})
