/** Where baselines are kept: what comes back, and what is said when the browser does not keep it. */
import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { baselineShelf } from '../../src/panel/baseline-shelf.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const baseline = (name: string) => ({ name, saved: 1, rows: 2, bytes: 3 })
const recording = (text: string) => new Blob([text])
const names = async () => (await baselineShelf.list()).map(({ name }) => name)

/** Made once by this version, and read by every later one. */
function versionOne(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('djust-devtools', 1)
    opening.onerror = () => reject(opening.error)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('baselines').add(baseline('old'), 7)
      opening.result.createObjectStore('recordings').add(recording('its lines'), 7)
    }
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}

test('what is kept comes back, the newest first, under its new name, until it is deleted', async () => {
  const first = await baselineShelf.add(baseline('first'), recording('one'))
  const second = await baselineShelf.add(baseline('second'), recording('two'))
  expect(await names()).toEqual(['second', 'first'])
  await baselineShelf.rename(first, 'renamed')
  expect(await names()).toEqual(['second', 'renamed'])
  expect(await (await baselineShelf.read(second)).text()).toBe('two')
  await baselineShelf.remove(second)
  expect(await names()).toEqual(['renamed'])
  await expect(baselineShelf.read(second)).rejects.toThrow(/^This baseline is no longer there/)
})

test('what version 1 has kept is read', async () => {
  await versionOne()
  expect(await baselineShelf.list()).toEqual([{ id: 7, ...baseline('old') }])
  expect(await (await baselineShelf.read(7)).text()).toBe('its lines')
  expect(await baselineShelf.add(baseline('new'), recording(''))).toBe(8)
})

test('what a newer version has kept is left alone, and said to be', async () => {
  await new Promise((resolve) => {
    indexedDB.open('djust-devtools', 99).onsuccess = ({ target }) => {
      ;(target as IDBOpenDBRequest).result.close()
      resolve(undefined)
    }
  })
  await expect(baselineShelf.list()).rejects.toThrow(/^The baselines were saved by a newer version/)
})

test('what is deleted under us is an empty shelf, which can be filled again', async () => {
  await baselineShelf.add(baseline('gone'), recording(''))
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('djust-devtools').onsuccess = resolve
  })
  expect(await names()).toEqual([])
  await baselineShelf.add(baseline('again'), recording(''))
  expect(await names()).toEqual(['again'])
})

test('where there is no room nothing is kept by half, and a sentence says so', async () => {
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(() => {
    throw new DOMException('No room.', 'QuotaExceededError')
  })
  await expect(baselineShelf.add(baseline('large'), recording('x'))).rejects.toThrow(
    /^The browser has no room left, so nothing was saved\./,
  )
  full.mockRestore()
  expect(await names()).toEqual([])
})

test('a browser that keeps nothing is said to', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException(
      'A mutation operation was attempted on a database that did not allow mutations.',
      'InvalidStateError',
    )
  })
  await expect(baselineShelf.list()).rejects.toThrow(
    /^The browser does not let this panel keep baselines: .*Save the recording as a file instead\.$/,
  )
})
