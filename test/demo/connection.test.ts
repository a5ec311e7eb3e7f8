/** The tutorial when its server goes away and comes back, in a real Chromium. */
import { AxeBuilder } from '@axe-core/playwright'
import { afterEach, describe, expect, test } from 'vitest'
import { useTutorial } from './tutorial-page.ts'

const on = useTutorial()
const failure = () => on.page.locator('#failure')
const connection = () => on.page.locator('#connection')
const create = () => on.page.getByRole('button', { name: 'Create issue' })

describe('while the server is down', () => {
  let isDown = false
  const stop = async () => {
    await on.stop()
    isDown = true
    await connection().getByText('Not connected. Trying again…').waitFor()
  }
  const restart = async () => {
    await on.restart()
    isDown = false
    await connection().getByText('Connected again.').waitFor()
  }
  afterEach(async () => {
    if (isDown) await restart()
  })

  test('a submit is said not to be sent, nothing typed is lost, and it goes through once the server is back', async () => {
    await on.open()
    await on.type('safari')
    await on.page.getByRole('option').first().click()
    await on.page.locator('.chips li').first().waitFor()
    await on.page.getByLabel('Title').fill('Written on a train')
    await on.page.getByLabel('Description').fill('in a tunnel')
    await stop()
    await create().click()
    await failure().getByText('Your issue was not sent. What you typed is still here.').waitFor()
    await on.settled()
    expect(await create().isEnabled()).toBe(true)
    const { violations } = await new AxeBuilder({ page: on.page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    expect(await on.page.getByLabel('Title').inputValue()).toBe('Written on a train')

    await restart()
    await on.page.locator('.chips li').first().waitFor()
    expect(await on.chips()).toEqual(['safari'])
    expect(await on.page.getByLabel('Description').inputValue()).toBe('in a tunnel')
    expect(await failure().textContent()).toContain('was not sent')
    await create().click()
    await on.page.getByText(/Issue #\d+ created/).waitFor()
    expect(await on.page.locator('.created').textContent()).toContain('safari')
    expect(await failure().textContent()).toBe('')
    await expect.poll(() => connection().textContent(), { timeout: 10_000 }).toBe('')
  })

  test('tags are neither found nor chosen, and the page says so in its own words', async () => {
    await on.open()
    await on.type('bug')
    await stop()
    await on.page.getByRole('option').first().click()
    await failure().getByText('The tag was not sent.').waitFor()
    await on.page.getByRole('combobox').pressSequentially('saf')
    await on.page.getByText('Tags cannot be searched while not connected.').waitFor()
  })
})

test('an answer that never came is told apart from what was not sent', async () => {
  let server: { close(): Promise<void> } | undefined
  await on.page.routeWebSocket('**/ws/live/', (route) => {
    const upstream = route.connectToServer()
    server ??= route
    route.onMessage((text) => {
      // The server hears of no event, as if it died while it worked.
      if (!String(text).includes('"submit"')) upstream.send(text)
    })
  })
  await on.open()
  await on.page.getByLabel('Title').fill('In the air')
  await create().click()
  await on.page.getByText('Creating…').waitFor()
  await server?.close()
  await failure().getByText('Your issue was sent, but the connection broke before an answer came.').waitFor()
  await on.settled()
  await on.page.locator('body.dj-connected').waitFor()
  expect(await on.page.getByLabel('Title').inputValue()).toBe('In the air')
})

test('what the server refuses is said, and nothing typed is lost', async () => {
  await on.open()
  await on.page.getByLabel('Title').fill('Too long a story')
  await on.page.getByLabel('Description').evaluate((field: HTMLTextAreaElement) => {
    field.value = 'x'.repeat(2 ** 20)
  })
  await create().click()
  await failure()
    .getByText('Your issue was refused: Message too large. What you typed is still here.')
    .waitFor()
  await on.settled()
  expect((await on.page.getByLabel('Description').inputValue()).length).toBe(2 ** 20)
})

test('a submit over the limit is said to be refused and waits on, and after a reconnect it goes through', async () => {
  let server: { close(): Promise<void> } | undefined
  let isLimited = true
  await on.page.routeWebSocket('**/ws/live/', (route) => {
    const upstream = route.connectToServer()
    server ??= route
    route.onMessage((text) => {
      if (isLimited && String(text).includes('"submit"'))
        route.send(JSON.stringify({ type: 'rate_limit_exceeded', message: 'Too many messages' }))
      else upstream.send(text)
    })
  })
  await on.open()
  await on.page.getByLabel('Title').fill('In a hurry')
  await create().click()
  await failure()
    .getByText('Your issue was refused: Too many messages. What you typed is still here.')
    .waitFor()
  // As on the real client, which leaks the ref; calls and other dispatches are no worse for it.
  await on.page.getByText('Creating…').waitFor()
  await on.type('safari')
  await on.page.getByRole('option').first().click()
  await on.page.locator('.chips li').first().waitFor()

  isLimited = false
  await server?.close()
  await on.settled()
  await connection().getByText('Connected again.').waitFor()
  // It was said why already: nothing is left that was sent and not answered.
  expect(await failure().textContent()).toBe('')
  await create().click()
  await on.page.getByText(/Issue #\d+ created/).waitFor()
  expect(await on.page.locator('.created').textContent()).toContain('safari')
  expect(await failure().textContent()).toBe('')
})
