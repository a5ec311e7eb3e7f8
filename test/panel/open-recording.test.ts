/** A long recording is read in slices: how far that is, is said; it may be stopped, and the newest file wins. */
import { expect, test, vi } from 'vitest'
import { recordingOf } from '../../bench/recording.ts'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { readRecording } from '../../src/core/read-recording.ts'
import { readFact } from '../../src/protocol/envelope.ts'
import { setup } from './fake-page.ts'

const long = (exchanges = 300) => [...recordingOf(exchanges)].join('')

/** Every look at the clock is a slice later. */
function slowly() {
  const resting: (() => void)[] = []
  let clock = 0
  const slicing = {
    now() {
      clock += 100
      return clock
    },
    rest: () => new Promise<void>((resolve) => void resting.push(resolve)),
  }
  const { store } = setup({ slicing })
  return {
    store,
    /** The next slice, once the one before it is over. */
    async go() {
      await vi.waitFor(() => expect(resting).not.toHaveLength(0))
      resting.shift()?.()
      await Promise.resolve()
    },
    isResting: () => resting.length > 0,
  }
}

test('how much has been read is said until all of it has', async () => {
  const { store, go } = slowly()
  const shares: number[] = []
  let isOpen = false
  const opening = store.recordings.open('long.jsonl', long()).then(() => {
    isOpen = true
  })
  while (!isOpen) {
    await vi.waitFor(() => expect(isOpen || store.recordings.reading.value).toBeTruthy())
    const { reading } = store.recordings
    if (reading.value) shares.push(reading.value.share)
    if (!isOpen && reading.value) await go().catch(() => {})
  }
  await opening
  expect(shares.length).toBeGreaterThan(10)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBeLessThanOrEqual(1)
  expect(store.recordings.reading.value).toBeUndefined()
  expect(rowsOf(store.log.value).length).toBeGreaterThanOrEqual(300)
})

test('what is stopped changes nothing', async () => {
  const { store, go, isResting } = slowly()
  const opening = store.recordings.open('long.jsonl', long())
  await go()
  store.recordings.reading.value?.stop.abort()
  await go()
  await opening
  expect(isResting()).toBe(false)
  expect(store.recordings.opened.value).toBeUndefined()
  expect(store.recordings.reading.value).toBeUndefined()
  expect(store.notices.list.value).toEqual([])
})

test('a log that is read in steps is that of all its facts at once', () => {
  const { sightings } = readRecording(long(), readFact)
  const { store } = setup()
  return store.recordings.open('long.jsonl', long()).then(() => {
    expect(store.log.value.rows).toEqual(rowsOf(fold(createLog(), sightings)))
  })
})
