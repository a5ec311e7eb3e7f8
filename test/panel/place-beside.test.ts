import { expect, test } from 'vitest'
import { placeBeside } from '../../src/panel/views/place-beside.ts'

const ROOM = { width: 400, height: 300 }
const at = (left: number, top: number, width = 0, height = 0) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

test('a menu opens below its button, from the left edge on', () => {
  expect(placeBeside(at(20, 30, 50, 20), { width: 160, height: 100 }, ROOM)).toEqual({ left: 20, top: 50 })
})

test('where that does not fit it opens above, or from the right edge back', () => {
  expect(placeBeside(at(20, 250, 50, 20), { width: 160, height: 100 }, ROOM)).toEqual({ left: 20, top: 150 })
  expect(placeBeside(at(300, 30, 50, 20), { width: 160, height: 100 }, ROOM)).toEqual({ left: 190, top: 50 })
})

test('at the mouse in the corner it opens up and to the left', () => {
  expect(placeBeside(at(390, 290), { width: 160, height: 100 }, ROOM)).toEqual({ left: 230, top: 190 })
})

test('what fits on no side stays inside the window, and begins where it does', () => {
  expect(placeBeside(at(100, 140, 50, 20), { width: 160, height: 250 }, ROOM)).toEqual({ left: 100, top: 4 })
  expect(placeBeside(at(100, 140), { width: 900, height: 900 }, ROOM)).toEqual({ left: 4, top: 4 })
})
