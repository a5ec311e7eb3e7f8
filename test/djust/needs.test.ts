import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lackOf } from './needs.ts'

const server = createServer((request, response) => {
  if (request.url === '/broken/') response.writeHead(500).end('no')
  else if (request.url === '/page/')
    response.end(
      '<script src="/other.js"></script><script src="/static/djust/client.min.js?v=1" defer></script>',
    )
  else if (request.url === '/static/djust/client.min.js?v=1') response.end('has("this")')
  else response.end('<p>no script</p>')
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

test('an entry without needs lacks nothing', async () => {
  expect(await lackOf(undefined, `${url}/broken/`)).toBeUndefined()
})

test('a page that answers otherwise is named with its status', async () => {
  expect(await lackOf({ pageAnswers: 200 }, `${url}/broken/`)).toBe(
    'not in this release: its page answers 500',
  )
  expect(await lackOf({ pageAnswers: 200 }, `${url}/page/`)).toBeUndefined()
})

test('a text is looked for in the runtime that the page itself loads', async () => {
  expect(await lackOf({ clientContains: 'this' }, `${url}/page/`)).toBeUndefined()
  expect(await lackOf({ clientContains: 'that' }, `${url}/page/`)).toBe(
    'not in this release: its client.js has no that',
  )
})

test('a page without a runtime is an error, not a lack', async () => {
  await expect(lackOf({ clientContains: 'this' }, `${url}/bare/`)).rejects.toThrow('loads no client.js')
})
