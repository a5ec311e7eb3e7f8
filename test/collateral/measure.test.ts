/** What a re-render does to the person's place in a page, measured in a real Chromium with real keys. */
import type { Browser, Page } from 'playwright'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startChromium } from '../browsers/plain-chromium.ts'

const PAGE = `<input id="q"><input id="other"><input id="secret" type="password"><textarea id="notes"></textarea>
  <div id="text" contenteditable><p>one</p><p>two</p></div>
  <div id="box" style="height: 50px; overflow: auto"><p style="height: 900px">long</p></div>`

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await startChromium()
}, 60_000)
afterAll(() => browser.close())

const script = build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    lib: { entry: 'src/content/collateral/measure.ts', formats: ['iife'], name: 'collateral' },
  },
}).then((output) => (output as Rolldown.RolldownOutput[])[0]?.output[0].code ?? '')

beforeEach(async () => {
  await page?.close()
  page = await browser.newPage()
  await page.setContent(PAGE)
  await page.addScriptTag({ content: await script })
  await page.evaluate(() => {
    Object.assign(window, { told: [] })
    Object.assign(window, { measures: collateral.createMeasures({ tell: (fact) => told.push(fact) }) })
  })
})
declare const collateral: typeof import('../../src/content/collateral/measure.ts')
declare const told: object[]
declare const measures: import('../../src/content/collateral/measure.ts').Measures

/** A frame comes, the page does this because of it, and what was told of it. */
async function rerender(work: string): Promise<object | undefined> {
  await page.evaluate(`measures.before(); ${work}; measures.after(7)`)
  await page.waitForFunction(() => told.length > 0)
  return page.evaluate(() => told.pop())
}
const quiet = { type: 'collateral', frame: 7 }

/** As long as a box that was not seen coming to rest counts as moving, and more, ms. */
const STILL = 300

/** A person turns the wheel over the box and takes the time to read; on a busy machine a last scroll comes after its `scrollend`. */
async function scrollTo(distance: number): Promise<void> {
  await page.locator('#box').hover()
  const atRest = page.evaluate(() =>
    new Promise((resolve) =>
      document.querySelector('#box')?.addEventListener('scrollend', resolve, { once: true }),
    ).then(() => undefined),
  )
  await page.mouse.wheel(0, distance)
  await atRest
  await page.waitForFunction((wanted) => document.querySelector('#box')?.scrollTop === wanted, distance)
  await page.waitForTimeout(STILL)
}

test('a re-render elsewhere harms nothing', async () => {
  await page.locator('#q').pressSequentially('bug')
  expect(await rerender(`document.body.append('new')`)).toEqual(quiet)
})

test('a focused field that is replaced loses the focus and what was typed', async () => {
  await page.locator('#q').pressSequentially('bug')
  expect(await rerender(`q.outerHTML = '<input id="q">'`)).toEqual({
    ...quiet,
    focus: { from: 'input#q' },
    typed: [{ element: 'input#q', from: 3, gone: true }],
  })
})

test('a field that is gone was lost once: the next re-render took nothing more', async () => {
  await page.locator('#q').pressSequentially('bug')
  await rerender(`window.kept = q; q.outerHTML = '<input id="q">'`)
  expect(await rerender(`document.body.append('new')`)).toEqual(quiet)
})

test('a focus that is moved says where to', async () => {
  await page.locator('#q').focus()
  expect(await rerender('other.focus()')).toEqual({ ...quiet, focus: { from: 'input#q', to: 'input#other' } })
})

test('a value that is set moves the caret and overwrites what was typed', async () => {
  await page.locator('#q').pressSequentially('bugs')
  await page.keyboard.press('ArrowLeft')
  expect(await rerender(`q.value = 'b'`)).toEqual({
    ...quiet,
    caret: { element: 'input#q', from: [3, 3], to: [1, 1] },
    typed: [{ element: 'input#q', from: 4, to: 1 }],
  })
})

test('of a password not even the length is said', async () => {
  await page.locator('#secret').pressSequentially('hunter2')
  await page.locator('#other').focus()
  expect(await rerender(`secret.value = ''`)).toEqual({ ...quiet, typed: [{ element: 'input#secret' }] })
})

test('a field that nobody typed in may change as it likes', async () => {
  expect(await rerender(`notes.value = 'filled by the server'`)).toEqual(quiet)
})

test('a box that was scrolled and jumps back says how far', async () => {
  await scrollTo(200)
  expect(await rerender('box.scrollTop = 0')).toEqual({
    ...quiet,
    scrolled: [{ element: 'div#box', x: 0, y: -200 }],
  })
})

test('what comes in above, where the browser keeps in sight what a person reads, is no harm', async () => {
  await scrollTo(200)
  expect(await rerender(`box.insertAdjacentHTML('afterbegin', '<p style="height: 40px">new</p>')`)).toEqual(
    quiet,
  )
  expect(await page.evaluate(() => document.querySelector('#box')?.scrollTop)).toBeGreaterThan(200)
})

test('a box that jumps is told of, also when what stays put lies over it', async () => {
  await page.evaluate(() => {
    const { body } = document
    body.insertAdjacentHTML('beforeend', '<div style="height: 5000px"></div>')
    body.insertAdjacentHTML('beforeend', '<div style="position: fixed; inset: 0">toast</div>')
  })
  await page.mouse.wheel(0, 200)
  await page.waitForFunction(() => scrollY === 200)
  await page.waitForTimeout(STILL)
  expect(await rerender('scrollTo(0, 0)')).toEqual({
    ...quiet,
    scrolled: [{ element: 'body', x: 0, y: -200 }],
  })
})

test('a key pressed meanwhile leaves open whose doing it was', async () => {
  await page.locator('#q').pressSequentially('b')
  await page.evaluate(() => measures.before())
  await page.keyboard.press('u')
  await page.evaluate(() => measures.after(7))
  await page.waitForFunction(() => told.length > 0)
  expect(await page.evaluate(() => told.pop())).toMatchObject({ meddled: true })
})

test('a box that still moves by itself is nobody’s harm', async () => {
  await page.evaluate(() => document.querySelector('#box')?.scrollTo({ top: 800, behavior: 'smooth' }))
  await page.waitForFunction(() => (document.querySelector('#box')?.scrollTop ?? 0) > 5)
  expect(await rerender(`document.body.append('new')`)).toEqual(quiet)
})

test('a pointer that drags meanwhile leaves open whose doing it was', async () => {
  await page.mouse.move(300, 300)
  await page.mouse.down()
  await page.evaluate(() => measures.before())
  await page.mouse.move(310, 310)
  await page.evaluate(() => measures.after(7))
  await page.waitForFunction(() => told.length > 0)
  expect(await page.evaluate(() => told.pop())).toMatchObject({ meddled: true })
})

const caretAt = (paragraph: number) =>
  `getSelection().collapse(document.querySelectorAll('#text p')[${paragraph}].firstChild, 2)`

test('a caret that is put into another paragraph has moved, at the same place in it', async () => {
  await page.locator('#text').focus()
  await page.evaluate(caretAt(0))
  expect(await rerender(caretAt(1))).toEqual({
    ...quiet,
    caret: { element: 'div#text', from: [2, 2], to: [5, 5] },
  })
})

test('a caret before which text comes in has not moved', async () => {
  await page.locator('#text').focus()
  await page.evaluate(caretAt(1))
  expect(await rerender(`document.querySelector('#text p').textContent = 'one more'`)).toEqual(quiet)
})

const VIEW = `<div dj-view="demo.View"><p id="shown">old</p><div dj-update="ignore"><p id="own">old</p></div></div><p id="beside">old</p>`

/** What was told of what the page drew by itself while a call was answered. */
async function drawn(work: string): Promise<object | undefined> {
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), VIEW)
  await page.evaluate(`measures.drawing.begin(); ${work}; measures.drawing.end(9)`)
  await page.waitForFunction(() => told.some((fact) => 'inside' in fact))
  return page.evaluate(() => told.find((fact) => 'inside' in fact))
}
const write = (id: string) => `document.getElementById('${id}').textContent = 'new'`

test('what a script draws inside of a view is told apart from what it draws elsewhere', async () => {
  expect(await drawn(`${write('shown')}; ${write('own')}; ${write('beside')}`)).toMatchObject({
    type: 'drawn',
    frame: 9,
    inside: 2,
    outside: 4,
    where: 'p#shown',
  })
})

test('a page that draws nothing is told to have drawn nothing', async () => {
  expect(await drawn('')).toEqual({ type: 'drawn', frame: 9, inside: 0, outside: 0 })
})

test('what a frame changes meanwhile is not drawn by hand', async () => {
  expect(
    await drawn(`measures.before(); ${write('shown')}; measures.after(3); ${write('own')}`),
  ).toMatchObject({
    inside: 0,
    outside: 2,
  })
})

test('attributes that nobody reads are told when a person uses their element', async () => {
  await page.evaluate(() =>
    document.body.insertAdjacentHTML(
      'beforeend',
      '<button id="go" dj-click="go" dj-payload-id="3">Go</button>',
    ),
  )
  await page.click('#go')
  expect(await page.evaluate(() => told)).toEqual([
    { type: 'ignored', element: 'button#go', attributes: ['dj-payload-id'] },
  ])
})
