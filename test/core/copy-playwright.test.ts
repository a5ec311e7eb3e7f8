/** The generated Playwright tests: TypeScript that parses, and does to a page what was done to it. */
import { stripTypeScriptTypes } from 'node:module'
import { runInNewContext, Script } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { playwright } from '../../src/core/copy/playwright.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { page } from '../language/page.ts'
import { copyOf, HOSTILE } from './copy-of.ts'

/** Throws for what is no TypeScript. */
function parse(file: string): void {
  new Script(stripTypeScriptTypes(file).replace(/^import .*/, ''))
}

const by = (element: string, event: string, certainty: Trigger['certainty'] = 'runtime'): Trigger => ({
  element,
  event,
  certainty,
})

/** A dispatch over a socket that someone asked for, and that patched. */
function dispatched(trigger?: Trigger, params: Record<string, unknown> = {}, name = 'add') {
  const story = page().live('a.View').sends({ type: 'event', event: name, params, ref: 1 }, trigger)
  return story.patch(1, { ref: 1 }).dom(1)
}

/** The lines between waiting for the answer and its coming. */
function doings(file: string): string {
  parse(file)
  return /const answered = .*\n([\s\S]*)\n {2}await answered\n/.exec(file)?.[1] ?? ''
}

test('it opens the page, drives the trigger, waits for the answer and expects the re-render', () => {
  const written = copyOf(playwright, dispatched(by('button#add.primary', 'click')), 'add')
  parse(written)
  expect(written).toBe(`import { expect, test } from '@playwright/test'

test("add: re-renders the page", async ({ page }) => {
  const connecting = page.waitForEvent('websocket', (socket) => new URL(socket.url()).pathname === "/ws/live/")
  await page.goto("http://127.0.0.1/page")
  const socket = await connecting
  const isAnswer = (frame: { payload: string | Buffer }) => {
    const said = JSON.parse(frame.payload.toString())
    return said.ref !== undefined || said.event_name === "add" || said.type === 'error'
  }
  const view = page.locator('[dj-view], [dj-root]').first()
  const html = () =>
    view.evaluate((root) => root.innerHTML.replace(/ (?:class=""|data-djust-[\\w-]+="[^"]*")/g, ''))
  await page.waitForFunction(() => Reflect.get(globalThis, 'djust')?.liveViewInstance?.viewMounted !== false)
  const before = await html()
  const answered = socket.waitForEvent('framereceived', isAnswer)
  const element = page.locator("button[id=\\"add\\"][class~=\\"primary\\"]").first()
  if (await element.waitFor({ timeout: 2000 }).then(() => true, () => false)) {
    await element.click()
  } else {
    // What only came to the page later is not on a fresh one: the runtime sends the same.
    await page.evaluate((sent) => void Reflect.get(globalThis, 'djust').handleEvent(...sent), ["add", {}])
  }
  await answered
  await expect.poll(html).not.toBe(before)
})
`)
})

describe('what is done to the page', () => {
  const done = (trigger: Trigger | undefined, params = {}) =>
    doings(copyOf(playwright, dispatched(trigger, params), 'add'))

  test.each([
    ['input', { value: 'a"b' }, `.fill("a\\"b")`],
    ['change', { value: 'a' }, `.dispatchEvent('change')`],
    ['keydown', { key: 'Enter' }, `.press("Enter")`],
    ['blur', {}, '.blur()'],
    ['dj-mutation', {}, '.dispatchEvent("dj-mutation")'],
  ])('for %s', (event, params, says) => {
    const doings = done(by('input[name=q]', event), params)
    expect(doings).toContain(`page.locator("input[name=\\"q\\"]").first()`)
    expect(doings).toContain(`await element${says}`)
  })

  test('for a submit fills the form with what was sent, but for the token', () => {
    const fields = { title: 'T', csrfmiddlewaretoken: '‹csrf#1›', _target: null }
    expect(done(by('form', 'submit'), fields)).toContain(`}, { title: "T" } as Record<string, string>)`)
  })

  test.each([
    ['nobody knows who asked', undefined],
    ['it is only likely who asked', by('button', 'click', 'recent')],
    ['the description was cut', by(`button#${'x'.repeat(73)}`, 'click')],
    ['it is not told what was typed', by('input', 'input')],
  ])('is what the runtime did when %s', (_, trigger) => {
    expect(done(trigger, { id: 7 })).toBe(
      `  await page.evaluate((sent) => void Reflect.get(globalThis, 'djust').handleEvent(...sent), ["add", { id: 7 }])`,
    )
  })
})

test('a call is made by the runtime, awaited by its response, and expected not to re-render', () => {
  const written = copyOf(playwright, page().calls('f', { q: 1 }).answers(200, { result: 1 }), 'f')
  expect(doings(written)).toContain(`.call(...sent), ["issues.new", "f", { q: 1 }])`)
  expect(written).toContain(
    `page.waitForResponse((response) => new URL(response.url()).pathname.endsWith("/djust/api/call/issues.new/f/"))`,
  )
  expect(written).toMatch(/expect\(await html\(\)\)\.toBe\(before\)\n\}\)\n$/)
})

test('over a stream and without one the response is awaited', () => {
  const posted = page()
    .streams()
    .posts({ type: 'event', event: 'add', params: {} })
    .answers(200, { ok: true })
  const streamed = copyOf(playwright, posted.patch(1, { source: 'event', event_name: 'add' }).dom(1), 'add')
  parse(streamed)
  expect(streamed).toContain('.pathname.endsWith("/message/"))')
  const fallen = copyOf(playwright, page().fallsBack('add').answers(200, { html: '<p>' }), 'add')
  parse(fallen)
  expect(fallen).toContain(`response.request().headers()['x-djust-event'] === "add")`)
})

test('what was wasted is expected not to re-render', () => {
  const story = page().live('a.View').event('add', 1).patch(1, { ref: 1 }).dom(0).done()
  expect(story.row('add').verdict.flags).toEqual(['wasted'])
  expect(copyOf(playwright, story, 'add')).toContain('test("add: does not re-render the page"')
})

test('a test whose secrets are not set is skipped and says which', () => {
  const written = copyOf(playwright, dispatched(undefined, { pw: '‹password#1›' }), 'add')
  expect(doings(written)).toContain('{ pw: password }')
  expect(written).toContain(`  const password = process.env['PASSWORD'] ?? ''
  test.skip(password === '', 'Set PASSWORD to the password that was sent.')
`)
})

/** Runs the test on a page that only notes what is done to it. */
async function run(file: string) {
  const noted = { titles: [] as string[], selectors: [] as string[], filled: [] as string[] }
  const nothing = async () => {}
  const locator = {
    first: () => locator,
    waitFor: nothing,
    evaluate: nothing,
    dispatchEvent: nothing,
    fill: noted.filled.push.bind(noted.filled),
  }
  const fake = {
    waitForEvent: async () => ({ waitForEvent: nothing }),
    goto: nothing,
    waitForFunction: nothing,
    locator(selector: string) {
      noted.selectors.push(selector)
      return locator
    },
  }
  const code = stripTypeScriptTypes(file).replace(/^import .*/, '')
  const matchers = { toBe: nothing, not: { toBe: nothing } }
  const expecting = Object.assign(() => matchers, { poll: () => matchers })
  const running: Promise<void>[] = []
  runInNewContext(code, {
    expect: expecting,
    test(title: string, body: (fixtures: object) => Promise<void>) {
      noted.titles.push(title)
      running.push(body({ page: fake }))
    },
  })
  await Promise.all(running)
  return noted
}

test.each(HOSTILE.filter((text) => text !== ''))(
  '%j is a string as name, as value and in an element',
  async (text) => {
    const said = JSON.parse(JSON.stringify(text))
    const word = text.replace(/[[\].]/g, '').slice(0, 25)
    const trigger = by(`input#${word}[name=${word}]`.slice(0, 79), 'input')
    const written = copyOf(playwright, dispatched(trigger, { value: text }, text), text)
    expect(written.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
    const { titles, filled, selectors } = await run(written)
    expect(titles).toEqual([`${said}: re-renders the page`])
    expect(filled).toEqual([said])
    expect(selectors[1]).toMatch(/^input\[id="(?:[^"\\\p{Cc}]|\\.)*"\]\[name="(?:[^"\\\p{Cc}]|\\.)*"\]$/u)
  },
)
