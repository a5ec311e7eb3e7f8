/** Baselines kept in memory; `fails` makes whatever is asked next fail with that sentence. */
import { type Baseline, type Shelf, ShelfError } from '../../src/panel/store/baselines.ts'

export interface FakeShelf extends Shelf {
  fails: string | undefined
}

export function fakeShelf(): FakeShelf {
  const kept = new Map<number, { baseline: Omit<Baseline, 'id'>; recording: Blob }>()
  let last = 0
  const find = (id: number) => {
    if (shelf.fails) throw new ShelfError(shelf.fails)
    const found = kept.get(id)
    if (!found) throw new ShelfError('This baseline is no longer there.')
    return found
  }
  const shelf: FakeShelf = {
    fails: undefined,
    async list() {
      if (shelf.fails) throw new ShelfError(shelf.fails)
      return [...kept].map(([id, { baseline }]) => ({ id, ...baseline })).reverse()
    },
    async add(baseline, recording) {
      if (shelf.fails) throw new ShelfError(shelf.fails)
      last += 1
      kept.set(last, { baseline, recording })
      return last
    },
    read: async (id) => find(id).recording,
    async rename(id, name) {
      const found = find(id)
      kept.set(id, { ...found, baseline: { ...found.baseline, name } })
    },
    async remove(id) {
      find(id)
      kept.delete(id)
    },
  }
  return shelf
}
