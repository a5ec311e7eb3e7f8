/** Where the details lie, by the room there is. */
import { expect, test } from 'vitest'
import { placementOf } from '../../src/panel/views/placement.ts'

test.each([
  ['a dock as wide as the window', 1280, 200, 'beside'],
  ['a wide window', 1280, 700, 'beside'],
  ['a dock at the side', 480, 700, 'below'],
  ['a narrow dock at the side', 320, 600, 'below'],
  ['a short dock beside another window', 500, 200, 'beside'],
  ['320 px at 200 %', 320, 160, 'instead'],
  ['no layout at all', 0, 0, 'beside'],
])('%s, %i by %i px: %s', (_, width, height, placement) => {
  expect(placementOf(width, height)).toBe(placement)
})
