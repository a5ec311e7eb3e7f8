/** Who waits for what in the browser runtime: events for answers, and pushes behind events (djust-wire 2.5 rules 5 to 7). */
import { expect, test } from 'vitest'
import { eventually, setText, useRuntime } from './runtime-page.ts'

const on = useRuntime()

test('a push waits while an event does, and is shown before an answer that follows it', async () => {
  const { say, sent } = await on.open('<p>0</p>')
  await on.dispatch('a')
  await sent(2)
  say(setText(2, 'pushed', { source: 'broadcast', broadcast: true }))
  say({ type: 'pong' })
  await on.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  expect(await on.text('p')).toBe('0')
  say(setText(3, 'answered', { ref: 1, source: 'event' }))
  await eventually(() => on.text('p')).toBe('answered')
  say(setText(4, 'next', { source: 'tick' }))
  await eventually(() => on.text('p')).toBe('next')
  expect(await on.outcomes()).toMatchObject([['a', { type: 'patch', ref: 1 }]])
})

test('a push held during an event that changed nothing is shown after it', async () => {
  const { say, sent } = await on.open('<p>0</p>')
  await on.dispatch('a')
  await sent(2)
  say(setText(2, 'pushed', { source: 'tick' }))
  say({ type: 'noop', ref: 1 })
  await eventually(() => on.text('p')).toBe('pushed')
})

test('a push is held back until the last event is answered, and what overtakes it still fits', async () => {
  const { say, sent, frames } = await on.open('<p>0</p><i>0</i>')
  await on.dispatch('a')
  await on.dispatch('b')
  await sent(3)
  const setSecond = { patches: [{ type: 'SetText', path: [1, 0], text: 'answered' }] }
  say(setText(2, 'pushed', { source: 'broadcast' }))
  say(setText(3, '', { ref: 1, source: 'event', ...setSecond }))
  await eventually(() => on.text('i')).toBe('answered')
  expect(await on.text('p')).toBe('0')
  say({ type: 'noop', ref: 2 })
  await eventually(() => on.text('p')).toBe('pushed')
  expect(frames.filter(({ type }) => type === 'request_html')).toEqual([])
})

test('after an error nobody waits any more, and the pushes held back are gone: the next frame asks for everything', async () => {
  const { say, sent } = await on.open('<p>0</p>')
  await on.dispatch('a')
  await on.dispatch('b')
  await sent(3)
  say(setText(2, 'pushed', { source: 'tick' }))
  say({ type: 'error', error: 'broken' })
  await eventually(on.outcomes).toEqual([
    ['a', null],
    ['b', null],
  ])
  expect(await on.text('p')).toBe('0')
  say(setText(3, 'too far', { source: 'tick' }))
  expect((await sent(4))[3]).toEqual({ type: 'request_html' })
  say({ type: 'html_recovery', version: 4, html: '<p dj-id="0">whole</p>' })
  await eventually(() => on.text('p')).toBe('whole')
  say(setText(5, 'fits', { source: 'tick' }))
  await eventually(() => on.text('p')).toBe('fits')
})

test('after an error with nothing held back, the next frame fits', async () => {
  const { say, sent } = await on.open('<p>0</p>')
  await on.dispatch('a')
  await sent(2)
  say({ type: 'error', error: 'broken' })
  say(setText(2, 'fits', { source: 'tick' }))
  await eventually(() => on.text('p')).toBe('fits')
})

test('a limit is announced and settles nothing: the event waits, and pushes behind it, until the socket is opened again', async () => {
  const { say, sent, drop, sockets } = await on.open('<p>0</p>')
  await on.page.evaluate(() => {
    const told: unknown[] = []
    window.addEventListener('djust:error', (event) => told.push((event as CustomEvent).detail))
    Object.assign(window, { told })
  })
  const told = () => on.page.evaluate(() => (window as unknown as { told: unknown[] }).told)
  await on.dispatch('a')
  await on.dispatch('b')
  await sent(3)
  say({ type: 'rate_limit_exceeded', message: 'slow down' })
  say({ type: 'noop', ref: 2 })
  await eventually(on.outcomes).toMatchObject([['b', { ref: 2 }]])
  say(setText(2, 'pushed', { source: 'tick' }))
  await on.dispatch('c')
  await sent(4)
  say({ type: 'noop', ref: 3 })
  await eventually(on.outcomes).toMatchObject([
    ['b', {}],
    ['c', {}],
  ])
  expect(await on.text('p')).toBe('0')
  expect(await told()).toEqual([{ outcome: 'refused', error: 'slow down', event: 'a' }])

  drop()
  await eventually(on.outcomes).toMatchObject([
    ['b', {}],
    ['c', {}],
    ['a', null],
  ])
  await eventually(sockets).toBe(2)
  say({ type: 'connect', session_id: 's2' })
  await sent(5)
  say({ type: 'mount', session_id: 's2', view: 'a.View', version: 1, html: '<p dj-id="0">fresh</p>' })
  await eventually(() => on.text('p')).toBe('fresh')
  say(setText(2, 'ticks', { source: 'tick' }))
  await eventually(() => on.text('p')).toBe('ticks')
  // It was told why already: a limit is no answer that went missing.
  expect(await told()).toHaveLength(1)
})

test('a socket that closes lets everybody go and is opened again, whatever the page was doing', async () => {
  const { sent, drop, sockets, say } = await on.open('<p>0</p>')
  await on.dispatch('a')
  await sent(2)
  drop()
  await eventually(on.outcomes).toEqual([['a', null]])
  await eventually(sockets).toBe(2)
  say({ type: 'connect', session_id: 's2' })
  await sent(3)
  say({ type: 'mount', session_id: 's2', view: 'a.View', version: 1, html: '<p dj-id="0">fresh</p>' })
  await eventually(() => on.text('p')).toBe('fresh')
})
