/** Writes values as JSON text for a person, however deep they are. */
import { isContainer, memberOf } from './json-diff/identities.ts'

/** What is deeper stands in one line, or a text would be as long as the square of its depth. */
const DEEPEST = 40

interface Open {
  value: object
  /** Undefined for an array. */
  names: readonly string[] | undefined
  size: number
  at: number
}

/** Of what `readJson` gives: a bigint is written with all its digits. With a stack of its own, for a page may nest deeper than functions may call each other. */
export function writeJson(value: unknown): string {
  const pieces: string[] = []
  const open: Open[] = []

  function begin(each: unknown): void {
    if (!isContainer(each)) {
      pieces.push(typeof each === 'bigint' ? String(each) : JSON.stringify(each))
      return
    }
    const names = Array.isArray(each) ? undefined : Object.keys(each)
    const size = Array.isArray(each) ? each.length : (names?.length ?? 0)
    if (size === 0) pieces.push(names ? '{}' : '[]')
    else {
      pieces.push(names ? '{' : '[')
      open.push({ value: each, names, size, at: 0 })
    }
  }

  begin(value)
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { value: around, names, size, at } = inner
    if (at === size) {
      open.pop()
      pieces.push(lineEnd(open.length), names ? '}' : ']')
      continue
    }
    inner.at += 1
    const name = names?.[at]
    pieces.push(at > 0 ? ',' : '', lineEnd(open.length))
    if (name !== undefined) pieces.push(`${JSON.stringify(name)}: `)
    begin(name === undefined ? (around as readonly unknown[])[at] : memberOf(around, name))
  }
  return pieces.join('')
}

function lineEnd(depth: number): string {
  return depth > DEEPEST ? '' : `\n${'  '.repeat(depth)}`
}
