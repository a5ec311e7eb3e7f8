/** JSON as rows of a tree: only what is open is looked at, and no row has more than a hundred others in it. */
import { isContainer, memberOf } from '../../core/json-diff/identities.ts'
import { isSamePlace, type Place } from './json-place.ts'

/** Members or items of a container, from `from` to before `to`. */
export interface Range {
  container: Place
  from: number
  to: number
}

export interface TreeRow {
  key: string
  at: Place | Range
  /** What is opened and closed; undefined for what has nothing in it. */
  branch: object | undefined
  isOpen: boolean
  /** It is too deep to be opened here: the tree must begin anew with it. */
  isDeepest: boolean
  /** All three from 1. */
  level: number
  position: number
  /** How many stand beside it, itself among them. */
  size: number
  /** Index of the row it stands in; -1 for the first. */
  parent: number
}

export interface JsonModel {
  rowsOf(root: Place, open: ReadonlySet<object>): TreeRow[]
  /** What is open at first: the root and, as long as that is not much, what is in it. */
  openAtFirst(root: Place): Set<object>
  /** What must be open in `root` for the place to be drawn; undefined when it is not in it, or too deep in it. */
  branchesTo(place: Place, root: Place): object[] | undefined
}

const CHUNK = 100
/** Levels below the root that are drawn. */
const DEEPEST = 30
/** Rows that are drawn unasked. */
const FEW = 200

export function createJsonModel(): JsonModel {
  /** By container or range; they must stay the same, for they are told apart by what they are. */
  const parts = new Map<object, readonly (Place | Range)[]>()
  const names = new Map<object, readonly string[]>()
  const numbers = new Map<object, number>()

  function namesOf(container: object): readonly string[] {
    const known = names.get(container) ?? Object.keys(container)
    names.set(container, known)
    return known
  }
  function sizeOf(container: object): number {
    return Array.isArray(container) ? container.length : namesOf(container).length
  }
  function placeIn(around: Place, index: number): Place {
    const container = around.value as object
    if (Array.isArray(container)) return { value: container[index], step: index, around }
    const step = namesOf(container)[index] ?? ''
    return { value: memberOf(container, step), step, around }
  }
  function branchOf(at: Place | Range): object | undefined {
    if (isRange(at)) return at
    return isContainer(at.value) && sizeOf(at.value) > 0 ? at.value : undefined
  }
  function partsOf(at: Place | Range): readonly (Place | Range)[] {
    const branch = branchOf(at)
    if (!branch) return []
    const known =
      parts.get(branch) ?? split(isRange(at) ? at : { container: at, from: 0, to: sizeOf(branch) })
    parts.set(branch, known)
    return known
  }
  function split({ container, from, to }: Range): (Place | Range)[] {
    const each = stride(to - from)
    return Array.from({ length: Math.ceil((to - from) / each) }, (_, index) => {
      const begin = from + index * each
      return each === 1
        ? placeIn(container, begin)
        : { container, from: begin, to: Math.min(to, begin + each) }
    })
  }
  function numberOf(branch: object): number {
    const number = numbers.get(branch) ?? numbers.size
    numbers.set(branch, number)
    return number
  }

  return {
    rowsOf(root, open) {
      const rows: TreeRow[] = []
      const draw = (
        at: Place | Range,
        around: TreeRow | undefined,
        parent: number,
        place: number,
        size: number,
      ) => {
        const branch = branchOf(at)
        const level = around ? around.level + 1 : 1
        const isDeepest = branch !== undefined && level > DEEPEST
        const isOpen = branch !== undefined && !isDeepest && open.has(branch)
        const key = around?.branch ? `${numberOf(around.branch)}.${place}` : 'root'
        const row = { key, at, branch, isOpen, isDeepest, level, position: place + 1, size, parent }
        const index = rows.push(row) - 1
        if (isOpen)
          partsOf(at).forEach((part, place, all) => {
            draw(part, row, index, place, all.length)
          })
      }
      draw(root, undefined, -1, 0, 1)
      return rows
    },
    openAtFirst(root) {
      const open = new Set<object>()
      let left = FEW
      for (const at of [root, ...partsOf(root)]) {
        const branch = branchOf(at)
        const size = branch && !isRange(at) ? partsOf(at).length : Infinity
        if (branch && size <= left) open.add(branch)
        if (size <= left) left -= size
      }
      return open
    },
    branchesTo(place, root) {
      const way: Place[] = []
      for (let at: Place | undefined = place; at && !isSamePlace(at, root); at = at.around) {
        if (way.length > DEEPEST) return undefined
        way.push(at)
      }
      if (way.length > 0 && !leadsTo(way.at(-1), root)) return undefined
      const branches: object[] = []
      for (const { around, step } of way.reverse()) {
        const container = around?.value
        if (!around || !isContainer(container)) return undefined
        const index = typeof step === 'number' ? step : namesOf(container).indexOf(step)
        for (let inner: Place | Range | undefined = around; inner; ) {
          const branch = branchOf(inner)
          if (branch) branches.push(branch)
          inner = partsOf(inner).find(
            (part): part is Range => isRange(part) && part.from <= index && index < part.to,
          )
        }
      }
      return branches.length > DEEPEST ? undefined : branches
    },
  }
}

export function isRange(at: Place | Range): at is Range {
  return 'container' in at
}

function leadsTo(first: Place | undefined, root: Place): boolean {
  return first?.around?.value === root.value
}

/** How many of so many stand in one row, so that there are at most a hundred rows: 1, 100, 10,000 … */
function stride(count: number): number {
  let each = 1
  while (count > each * CHUNK) each *= CHUNK
  return each
}
