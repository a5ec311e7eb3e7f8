/** The tutorial when things go wrong, and what devtools can see of it, in a real Chromium. */
import { describe, expect, test } from 'vitest'
import { useTutorial } from './tutorial-page.ts'

const on = useTutorial()

describe('when things go wrong', () => {
  test('whole HTML keeps what was typed, and the caret', async () => {
    await on.open()
    await on.type('reg')
    await on.page.getByLabel('Title').fill('half a tit')
    await on.page.getByLabel('Title').evaluate((field: HTMLInputElement) => field.setSelectionRange(4, 4))
    await on.page.evaluate(async () => {
      const { djust } = window as unknown as {
        djust: {
          liveViewInstance: { handleMessage(frame: object): Promise<void>; sendMessage(frame: object): void }
        }
      }
      const live = djust.liveViewInstance
      const recovered = new Promise<void>((resolve) => {
        Object.assign(djust, { extractColocatedHooks: resolve })
      })
      // A frame from the future: the page must notice the gap and ask for everything.
      await live.handleMessage({ type: 'patch', version: 99, patches: [], source: 'tick' })
      await recovered
    })
    const title = await on.page
      .getByLabel('Title')
      .evaluate((field: HTMLInputElement) => [
        field.value,
        field.selectionStart,
        document.activeElement === field,
      ])
    expect(title).toEqual(['half a tit', 4, true])
    await on.type('safari')
    await on.page.getByRole('option').first().click()
    await on.page.locator('.chips li').first().waitFor()
    expect(on.problems).toEqual([])
  })

  test('a lost socket comes back, and nothing is lost: neither what was typed nor the tags', async () => {
    await on.open()
    await on.type('safari')
    await on.page.getByRole('option').first().click()
    await on.page.locator('.chips li').first().waitFor()
    await on.page.getByLabel('Title').fill('still here')
    await on.page.evaluate(() => {
      const { djust } = window as unknown as { djust: { liveViewInstance: { ws: WebSocket } } }
      djust.liveViewInstance.ws.close()
    })
    await on.page.locator('body.dj-disconnected').waitFor()
    await on.page.locator('body.dj-connected').waitFor()
    expect(await on.page.getByLabel('Title').inputValue()).toBe('still here')
    await on.type('bug')
    await on.page.getByRole('option').first().click()
    await on.page.locator('.chips li').nth(1).waitFor()
    expect(await on.chips()).toEqual(['safari', 'bug'])
    await on.page.reload()
    await on.page.locator('body.dj-connected').waitFor()
    expect(await on.chips()).toEqual([])
  })

  test('who goes away and comes back finds what was typed', async () => {
    await on.open()
    await on.page.getByLabel('Title').fill('going away')
    await on.page.getByLabel('Description').fill('for a moment')
    await on.page.goto('about:blank')
    await on.page.goBack()
    await on.page.locator('body.dj-connected').waitFor()
    expect([
      await on.page.getByLabel('Title').inputValue(),
      await on.page.getByLabel('Description').inputValue(),
    ]).toEqual(['going away', 'for a moment'])
  })

  test('with no JavaScript the page says so, and keeps what was typed', async () => {
    const browser = on.page.context().browser()
    const page = await (await browser?.newContext({ javaScriptEnabled: false }))?.newPage()
    await on.load()
    await page?.goto(on.page.url())
    await page?.locator('noscript p').waitFor()
    await page?.getByLabel('Title').fill('by hand')
    await page?.getByRole('button', { name: 'Create issue' }).click()
    expect([page?.url(), await page?.getByLabel('Title').inputValue()]).toEqual([on.page.url(), 'by hand'])
    await page?.context().close()
  })

  test('with no socket at all, tags and submits go over HTTP', async () => {
    await on.page.addInitScript(() => Object.assign(window, { DJUST_USE_WEBSOCKET: false }))
    await on.load()
    const posted: (string | undefined)[] = []
    on.page.on('request', (request) => posted.push(request.headers()['x-djust-event']))
    await on.type('bug')
    await on.page.getByRole('option').first().click()
    await on.page.locator('.chips li').first().waitFor()
    await on.page.getByLabel('Title').fill('Over HTTP')
    await on.page.getByRole('button', { name: 'Create issue' }).click()
    await on.page.getByText(/Issue #\d+ created/).waitFor()
    await on.settled()
    expect(posted.filter(Boolean)).toEqual(['add_tag', 'submit'])
    expect(await on.page.getByLabel('Title').inputValue()).toBe('')
  })

  test('a reset clears what the page noted, whatever form then holds the fields', async () => {
    await on.open()
    await on.page.getByLabel('Title').fill('Over HTTP')
    await on.page.getByLabel('Title').blur()
    await on.page.getByText(/Issue #\d+ has this title/).waitFor()
    await on.page.evaluate(() => {
      const [form, other] = [document.querySelector('form'), document.createElement('form')]
      other.append(...(form?.childNodes ?? []))
      form?.replaceWith(other)
      other.reset()
    })
    expect(await on.page.locator('#title-note').textContent()).toBe('')
  })

  test('a call refused by the server rejects with its code, status and details', async () => {
    await on.open()
    const outcome = await on.page.evaluate(async () => {
      type Call = (...names: unknown[]) => Promise<unknown>
      const { djust } = window as unknown as { djust: { call: Call } }
      const caught = (promise: Promise<unknown>) =>
        promise.catch(({ message, code, status, details }) => ({ message, code, status, details }))
      return [
        await caught(djust.call('issues.new', 'search_tags', { limit: 'x' })),
        await caught(djust.call('no.view', 'f')),
        await caught(djust.call('', 'f')),
      ]
    })
    expect(outcome).toMatchObject([
      { code: 'invalid_params', status: 400, details: { type_errors: [{ param: 'limit' }] } },
      { code: 'unknown_view', status: 404 },
      { message: 'djust.call needs a view slug and a function name' },
    ])
  })
})

describe('what devtools can see', () => {
  test('a dispatch passes the same seams as on the real client, and a call passes none of them', async () => {
    await on.page.addInitScript(() => {
      const seen: string[] = []
      const watched: Record<string, unknown> = {}
      const djust = {}
      for (const name of ['_flushVirtualKeyedOps', 'extractColocatedHooks'])
        Object.defineProperty(djust, name, {
          configurable: true,
          get: () => () => seen.push(name),
          set: (value) => Object.assign(watched, { [name]: value }),
        })
      Object.assign(window, { djust, seen })
      Object.defineProperty(window, '_lastPatchTiming', { set: () => seen.push('_lastPatchTiming') })
    })
    await on.open()
    const seams = await on.page.evaluate(async () => {
      type Djust = { call(...a: unknown[]): Promise<unknown>; dispatch(...a: unknown[]): Promise<unknown> }
      const { djust, seen } = window as unknown as { djust: Djust; seen: string[] }
      const during = async (work: () => Promise<unknown>) => {
        seen.length = 0
        await work()
        await new Promise((resolve) => setTimeout(resolve))
        return [...seen]
      }
      return {
        call: await during(() => djust.call('issues.new', 'search_tags', { q: 'bug' })),
        patched: await during(() => djust.dispatch('add_tag', { id: 1 })),
        noop: await during(() => djust.dispatch('add_tag', { id: 1 })),
      }
    })
    expect(seams).toEqual({
      call: [],
      patched: ['_lastPatchTiming', '_flushVirtualKeyedOps', 'extractColocatedHooks'],
      noop: [],
    })
  })
})
