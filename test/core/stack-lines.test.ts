import { expect, test } from 'vitest'
import { stackLinesOf } from '../../src/core/stack-lines.ts'

const SITE = 'http://127.0.0.1:8000'
const told = (stack: string) =>
  stackLinesOf(stack).map(({ name, async, frame, owner }) => [
    owner,
    async ?? '',
    name,
    frame?.url ?? '',
    frame?.line ?? 0,
  ])

test('V8: names, async markers, and code without a place', () => {
  const stack = `Error
    at callFunction (${SITE}/static/djust/client.min.js:1:2045)
    at new Search (${SITE}/static/app.js?v=1:12:7)
    at Object.x [as y] (${SITE}/app.js:3:1)
    at ${SITE}/app.js:40:3
    at async load (${SITE}/app.js:50:3)
    at async ${SITE}/app.js:60:3
    at Array.map (<anonymous>)
    at <anonymous>`
  expect(told(stack)).toEqual([
    ['djust', '', 'callFunction', `${SITE}/static/djust/client.min.js`, 1],
    ['page', '', 'new Search', `${SITE}/static/app.js?v=1`, 12],
    ['page', '', 'Object.x [as y]', `${SITE}/app.js`, 3],
    ['page', '', '', `${SITE}/app.js`, 40],
    ['page', 'async', 'load', `${SITE}/app.js`, 50],
    ['page', 'async', '', `${SITE}/app.js`, 60],
    ['page', '', 'Array.map', '', 0],
    ['page', '', '<anonymous>', '', 0],
  ])
})

test('Gecko: names, what ran later, and an address with an @ in it', () => {
  const stack = `wrapped@moz-extension://abc/instrument.js:9:1
apply@<anonymous code>:1:900
callFunction@${SITE}/static/djust/client.abc123.js:2:3
search@${SITE}/@app.js:12:7
@${SITE}/app.js:40:3
setTimeout handler*start@${SITE}/app.js:50:3
async*load@${SITE}/app.js:60:3
`
  expect(told(stack)).toEqual([
    ['devtools', '', 'wrapped', 'moz-extension://abc/instrument.js', 9],
    ['devtools', '', 'apply', '<anonymous code>', 1],
    ['djust', '', 'callFunction', `${SITE}/static/djust/client.abc123.js`, 2],
    ['page', '', 'search', `${SITE}/@app.js`, 12],
    ['page', '', '', `${SITE}/app.js`, 40],
    ['page', 'setTimeout handler', 'start', `${SITE}/app.js`, 50],
    ['page', 'async', 'load', `${SITE}/app.js`, 60],
  ])
})

test.each([
  ['the page’s own client.js', `${SITE}/static/shop/client.js`, 'page'],
  ['djust in development', `${SITE}/static/djust/src/client-dev.js?x#y`, 'djust'],
])('%s', (_, url, owner) => {
  expect(stackLinesOf(`at a (${url}:1:1)`)[0]?.owner).toBe(owner)
})

test('a stack of any size has an end', () => {
  const line = `at a (${SITE}/app.js:1:1)\n`
  expect(stackLinesOf(line.repeat(100_000))).toHaveLength(50)
  expect(stackLinesOf(`at ${'x'.repeat(5_000_000)}\n${line}`)).toEqual([])
})
