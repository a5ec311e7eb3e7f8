/** How the browser runtime says what was meant, and shows what it is told. */
import { describe, expect, test } from 'vitest'
import { eventually, setText, useRuntime } from './runtime-page.ts'

const on = useRuntime()

describe('directives', () => {
  test('say what was meant: names in snake case, values of the hinted type', async () => {
    const { sent } =
      await on.open(`<button dj-click="go" dj-payload-tag-id:int="7" dj-payload-both="p" dj-value-both="v"
      dj-value-on:bool="true" dj-value-list:list="a, b" dj-value-json:json='{"x":1}' dj-value-plain="1"><b>x</b></button>`)
    await on.page.locator('b').click()
    const [mount, event] = await sent(2)
    expect(mount).toMatchObject({
      type: 'mount',
      view: 'a.View',
      params: { tab: '2' },
      url: '/page',
      has_prerendered: true,
    })
    expect(event).toEqual({
      type: 'event',
      event: 'go',
      ref: 1,
      params: { tag_id: 7, both: 'v', on: true, list: ['a', 'b'], json: { x: 1 }, plain: '1' },
    })
  })

  test('a form sends its fields once, and shows that it is pending until the answer', async () => {
    const { sent, say, frames } = await on.open(`<form dj-submit="save"><input name="a" value="1">
      <button name="go" dj-form-pending="disabled"><i dj-form-pending="hide">Save</i><u dj-form-pending="show" hidden>Saving</u></button></form>`)
    await on.page.locator('button').click()
    expect((await sent(2))[1]).toMatchObject({ event: 'save', params: { a: '1', _target: 'go' }, ref: 1 })
    const state = () => [
      on.page.locator('button').isDisabled(),
      on.page.locator('i').isVisible(),
      on.page.locator('u').isVisible(),
      on.page.locator('[data-djust-form-pending]').count(),
    ]
    expect(await Promise.all(state())).toEqual([true, false, true, 1])
    await on.page.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit())
    say({ type: 'noop', ref: 1 })
    await on.page.locator('u').waitFor({ state: 'hidden' })
    expect(await Promise.all(state())).toEqual([false, true, false, 0])
    expect(frames.filter(({ type }) => type === 'event')).toHaveLength(1)
  })

  test('typing waits for a pause, and a submit does not overtake it', async () => {
    const { sent } =
      await on.open(`<form dj-submit="save"><input name="q" dj-input="typed" dj-debounce="60000">
      <input name="m" dj-model="title" dj-debounce="10"><button>Save</button></form>`)
    await on.page.locator('[name=m]').pressSequentially('ab')
    await on.page.locator('[name=q]').fill('x')
    await sent(2)
    await on.page.locator('[name=q]').press('Enter')
    const events = (await sent(4))
      .slice(1)
      .map((frame) => (frame.type === 'event' ? [frame.event, frame.params] : []))
    expect(events.filter(([name]) => name !== 'update_model')).toEqual([
      ['typed', { value: 'x', _target: 'q' }],
      ['save', { q: 'x', m: 'ab', _target: null }],
    ])
    expect(events.find(([name]) => name === 'update_model')?.[1]).toMatchObject({ field: 'title' })
  })
})

describe('frames', () => {
  test('a gap asks for everything, once, and what comes meanwhile is left out', async () => {
    const { say, sent, frames } = await on.open('<p dj-id="0">0</p>')
    say(setText(5, 'too far', { source: 'tick' }))
    say(setText(6, 'further', { source: 'tick' }))
    expect((await sent(2))[1]).toEqual({ type: 'request_html' })
    say({ type: 'html_recovery', version: 6, html: '<p dj-id="0">whole</p><i dj-id="1">new</i>' })
    await eventually(() => on.text('p')).toBe('whole')
    say(setText(7, 'on', { source: 'tick' }))
    await eventually(() => on.text('p')).toBe('on')
    expect(frames.filter(({ type }) => type === 'request_html')).toHaveLength(1)
  })

  test('a patch that fits nothing asks for everything', async () => {
    const { say, sent } = await on.open('<p>0</p>')
    say({
      type: 'patch',
      version: 2,
      patches: [{ type: 'SetAttr', path: [9], d: 'zz', key: 'a', value: 'b' }],
    })
    expect((await sent(2))[1]).toEqual({ type: 'request_html' })
  })

  test('nodes are built without ever reading HTML, and items move with their focus', async () => {
    const { say } = await on.open(
      '<ul dj-id="0"><li dj-id="1">a</li><li dj-id="2"><input dj-id="3"></li></ul>',
    )
    await on.page.locator('input').focus()
    const node = {
      tag: 'li',
      attrs: { 'dj-id': '4' },
      children: [{ tag: '#text', attrs: {}, children: [], text: '<img src=x onerror=alert(1)>', key: null }],
      text: null,
      key: null,
    }
    say({
      type: 'patch',
      version: 2,
      patches: [
        { type: 'MoveChild', path: [0], d: '0', from: 1, to: 0, child_d: '2' },
        { type: 'InsertChild', path: [0], d: '0', index: 2, node },
      ],
    })
    await on.page.locator('[dj-id="4"]').waitFor()
    expect(
      await on.page.locator('li').evaluateAll((items) => items.map((item) => item.getAttribute('dj-id'))),
    ).toEqual(['2', '1', '4'])
    expect([await on.text('[dj-id="4"]'), await on.page.locator('img').count()]).toEqual([
      '<img src=x onerror=alert(1)>',
      0,
    ])
    expect(await on.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  })
})
