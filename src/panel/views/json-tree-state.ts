/** What of a JSON tree is open, where in it a person stands, and what was found. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { createJsonModel, isRange, type TreeRow } from './json-model.ts'
import { isSamePlace, type Place } from './json-place.ts'
import { moveInTree } from './tree-keys.ts'

export interface Hit {
  place: Place
  /** What was looked for. */
  text: string
}

export interface JsonTreeState {
  /** What the tree begins with: the whole, or a part that lies too deep to be drawn in it. */
  root: ReadonlySignal<Place>
  rows: ReadonlySignal<readonly TreeRow[]>
  /** Index of the row that Tab leads to. */
  active: ReadonlySignal<number>
  hit: ReadonlySignal<Hit | undefined>
  go(index: number): void
  toggle(index: number): void
  /** Answers whether the key was the tree's. */
  press(key: string): boolean
  /** Begins the tree anew with the whole. */
  leave(): void
  /** Opens what hides it; undefined takes the mark away. */
  reveal(hit: Hit | undefined): void
}

/** A part that was found too deep begins so many levels above what was found. */
const ABOVE = 5

export function createJsonTreeState(whole: Place, isClosed: boolean): JsonTreeState {
  const model = createJsonModel()
  const root = signal(whole)
  const open = signal<ReadonlySet<object>>(isClosed ? new Set() : model.openAtFirst(whole))
  const place = signal(0)
  const hit = signal<Hit>()
  const rows = computed(() => model.rowsOf(root.value, open.value))
  const active = computed(() => Math.min(place.value, rows.value.length - 1))

  function begin(anew: Place, also: readonly object[]): void {
    root.value = anew
    open.value = new Set([...open.value, ...model.openAtFirst(anew), ...also])
    place.value = 0
  }

  const state: JsonTreeState = {
    root,
    rows,
    active,
    hit,
    go(index) {
      place.value = index
    },
    toggle(index) {
      const row = rows.value[index]
      if (!row?.branch) return
      place.value = index
      if (row.isDeepest) {
        begin(isRange(row.at) ? row.at.container : row.at, [row.branch])
        return
      }
      const toggled = new Set(open.value)
      if (!toggled.delete(row.branch)) toggled.add(row.branch)
      open.value = toggled
    },
    press(key) {
      const move = moveInTree(key, rows.value, active.value)
      if (move === 'toggle') state.toggle(active.value)
      else if (move) place.value = move.to
      return move !== undefined
    },
    leave: () => begin(whole, []),
    reveal(found) {
      hit.value = found
      if (!found) return
      const inside = model.branchesTo(found.place, root.value)
      const anew = inside ? root.value : above(found.place)
      if (anew !== root.value) begin(anew, [])
      open.value = new Set([...open.value, ...(inside ?? model.branchesTo(found.place, anew) ?? [])])
      place.value = rows.value.findIndex(({ at }) => !isRange(at) && isSamePlace(at, found.place))
    },
  }

  /** The whole where it can be. */
  function above(found: Place): Place {
    if (model.branchesTo(found, whole)) return whole
    let at = found
    for (let level = 0; level < ABOVE && at.around; level++) at = at.around
    return at
  }
  return state
}
