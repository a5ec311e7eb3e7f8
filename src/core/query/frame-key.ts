/** `frame:0`: which frame of the tab, by the browser's own number. */
import type { Key } from './key.ts'

export const frameKey: Key = {
  name: 'frame',
  says: 'the number of a frame; 0 is the page itself',
  reads: 'fields',
  choices: [],
  valuesOf: (row) => [String(row.frame)],
  read(value) {
    if (!/^\d+$/.test(value))
      return { wrong: 'frame takes the number of a frame, such as 0 for the page itself' }
    const frame = Number(value)
    return (row) => row.frame === frame
  },
}
