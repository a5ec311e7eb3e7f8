/** What all exports have in common. */
import { expect, test } from 'vitest'
import { EXPORTERS } from '../../src/core/export/exporters.ts'
import { page } from '../language/page.ts'

test.each(EXPORTERS)(
  '$title is taken chunk by chunk, and whoever stops has cancelled it',
  ({ write, countChunks }) => {
    const story = page().live()
    for (let index = 0; index < 50; index += 1) story.event('add', index)
    const chunks = write(story.log)
    const first = chunks.next().value ?? ''
    expect(first.length).toBeLessThan([...write(story.log)].join('').length / 2)
    expect(chunks.return(undefined)).toEqual({ done: true, value: undefined })
    expect(chunks.next().done).toBe(true)
    expect(countChunks(story.log)).toBeGreaterThan(50)
  },
)
