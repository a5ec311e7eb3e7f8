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
  const percents: number[] = []
  let isOpen = false
  const opening = store.recordings.open('long.jsonl', long()).then(() => {
    isOpen = true
  })
  while (!isOpen) {
    await vi.waitFor(() => expect(isOpen || store.recordings.reading.value).toBeTruthy())
    const { reading } = store.recordings
    if (reading.value) percents.push(reading.value.percent)
    if (!isOpen && reading.value) await go().catch(() => {})
  }
  await opening
  expect(percents.length).toBeGreaterThan(10)
  expect(percents).toEqual(percents.toSorted((a, b) => a - b))
  expect(percents.at(-1)).toBeLessThanOrEqual(100)
  expect(store.recordings.reading.value).toBeUndefined()
  expect(rowsOf(store.log.value).length).toBeGreaterThanOrEqual(300)
})

test('a file that is opened while another is read takes its place', async () => {
  const { store, go } = slowly()
  const first = store.recordings.open('first.jsonl', long())
  await go()
  const second = store.recordings.open('second.jsonl', long(20))
  await vi.waitFor(() => expect(store.recordings.reading.value?.name).toBe('second.jsonl'))
  let isOver = false
  const both = Promise.all([first, second]).then(() => {
    isOver = true
  })
  while (!isOver) await Promise.race([go(), both])
  expect(store.recordings.opened.value?.name).toBe('second.jsonl')
  expect(store.recordings.reading.value).toBeUndefined()
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
