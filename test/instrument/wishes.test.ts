/** What a person's settings ask of the page: who calls, and names to hide beside the built-in ones. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '../../src/protocol/commands.ts'
import { type Lab, openLab } from './lab.ts'
import { livePage } from './live-page.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
}, 60_000)
afterAll(() => lab.stop())

const connected = async (...wishes: Command[]) => {
  const visit = await lab.visit(livePage('live.connect()'))
  await visit.wait('frame-done')
  for (const wish of wishes)
    await visit.page.evaluate(`relay.command(${JSON.stringify(JSON.stringify(wish))})`)
  return visit
}

test('a call and a dispatch carry the stack of who asked, page and framework, with its secrets hidden', async () => {
  const visit = await connected({ type: 'caps', caps: { stacks: 50 } })
  await visit.page.evaluate(`{
    function deep(left) { return left > 0 ? deep(left - 1) : djust.call('v', 'search', {}) }
    function askIt() { return deep(20) }
    askIt()
    djust.dispatch('change', {})
    }
    //# sourceURL=http://127.0.0.1/page.js?token=hunter2`)
  const [call] = await visit.wait('call')
  expect(call?.stack).toMatch(/askIt.*page\.js/)
  expect(call?.stack?.match(/\bdeep\b/g)).toHaveLength(21)
  expect(JSON.stringify(await visit.facts())).not.toContain('hunter2')
  const [dispatch] = await visit.wait('dispatch')
  expect(dispatch?.stack).toContain('page.js')
})

test('without that wish nobody is asked who calls', async () => {
  const visit = await connected()
  await visit.page.evaluate(`void djust.call('v', 'search', {})`)
  expect((await visit.wait('call'))[0]).not.toHaveProperty('stack')
})

test('names that a person wants hidden are hidden in what is sent and answered, and harm no object', async () => {
  const names = JSON.parse('{"iban":"secret","__proto__":"secret"}')
  const visit = await connected({ type: 'secret-names', names })
  await visit.page.evaluate(
    `live.socket.sendMessage({ type: 'event', event: 'x', params: { iban: 'DE12', 'form[iban]': 'DE34', ibanish: 'kept' } })`,
  )
  const sent = (await visit.wait('frame-out')).at(-1)
  expect(JSON.parse(sent?.body.text ?? '')).toMatchObject({
    params: { iban: '‹secret#1›', 'form[iban]': '‹secret#2›', ibanish: 'kept' },
  })
  expect(await visit.page.evaluate('({}).iban')).toBeUndefined()
})
