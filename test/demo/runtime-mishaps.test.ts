/** What the demo's runtime does to a page that is written badly: the same as the real client. */
import { expect, test } from 'vitest'
import { eventually, useRuntime } from './runtime-page.ts'

const on = useRuntime()

const SCRIPT = '<script>window.runs = (window.runs ?? 0) + 1</script>'
const runs = () => on.page.evaluate(() => (window as unknown as { runs: number }).runs)

test('a script inside the view runs while the page is read and once more at the mount, and no third time', async () => {
  const html = `<p>1</p>${SCRIPT}<script type="application/json">{}</script>`
  const { say, sent, drop, sockets } = await on.open(html)
  expect(await runs()).toBe(2)
  expect(await on.page.locator('script[type="application/json"]').count()).toBe(1)
  await drop()
  await eventually(sockets).toBe(2)
  say({ type: 'connect', session_id: 's' })
  await sent(2)
  say({ type: 'mount', session_id: 's', view: 'a.View', version: 1, html: html.replace('1', '2') })
  await on.page.getByText('2').waitFor()
  expect(await runs()).toBe(2)
  say({ type: 'html_update', version: 2, html: html.replace('1', '3') })
  await on.page.getByText('3').waitFor()
  expect(await runs()).toBe(2)
})

test('a page can have dj-payload-* passed over, as every djust does; dj-value-* is read all the same', async () => {
  const { sent } = await on.open(`<meta name="djust-demo-payload" content="ignored">
    <button dj-click="go" dj-payload-id="7" dj-value-name="bug">Go</button>`)
  await on.page.getByText('Go').click()
  expect((await sent(2))[1]).toMatchObject({ event: 'go', params: { name: 'bug' } })
  expect((await sent(2))[1]).not.toHaveProperty('params.id')
})
