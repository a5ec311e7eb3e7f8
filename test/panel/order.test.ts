/** In which order the rows stand, as the store knows and remembers it. */
import { expect, test } from 'vitest'
import { memory, setup } from './fake-page.ts'

const orderIn = (storage: ReturnType<typeof memory>) => setup({ storage }).store.order

test('an order is there when the panel opens again, until it is turned back to time or reset', () => {
  const storage = memory()
  const { turn, reset, sort } = orderIn(storage)
  expect(sort.value).toBeNull()
  turn('time')
  turn('time')
  expect(orderIn(storage).sort.value).toEqual({ column: 'time', direction: 'descending' })
  turn('time')
  expect(orderIn(storage).sort.value).toBeNull()
  turn('name')
  expect(orderIn(storage).sort.value).toEqual({ column: 'name', direction: 'ascending' })
  reset()
  expect(orderIn(storage).sort.value).toBeNull()
})

test.each([
  [{ column: 'gone', direction: 'ascending' }],
  [{ column: '__proto__', direction: 'ascending' }],
  [{ column: 'time', direction: 'up' }],
  [{ column: 'time' }],
  [['time', 'ascending']],
  ['time'],
])('of an order that makes no sense, %j, nothing is left', (stored) => {
  const storage = memory()
  storage.setItem('djust.sort', JSON.stringify(stored))
  expect(orderIn(storage).sort.value).toBeNull()
  storage.setItem('djust.sort', JSON.stringify({ column: 'time', direction: 'ascending' }))
  expect(orderIn(storage).sort.value).not.toBeNull()
})
