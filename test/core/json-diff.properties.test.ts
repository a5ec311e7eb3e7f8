/** A difference is true: what it makes of the first value is the second. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesOf } from '../../src/core/json-diff/changes-of.ts'
import { compareJson } from '../../src/core/json-diff/compare-json.ts'
import { readJson } from '../../src/core/read-json.ts'
import { applyChanges } from '../language/apply-changes.ts'

const name = fc.constantFrom('id', 'key', 'a', 'b', '__proto__', 'constructor', '\ud800', '')
const scalar = fc.oneof(
  fc.constantFrom('0', '-0', '1.0', '1e0', 'true', 'null', '9007199254740993', '9007199254740992', '1e999'),
  fc.integer({ min: 0, max: 4 }).map(String),
  fc.string({ unit: 'binary', maxLength: 3 }).map((text) => JSON.stringify(text)),
)
/** JSON as text, so that it may say what JavaScript's own values do not. */
const { json } = fc.letrec<{ json: string; array: string; object: string; items: string }>((tie) => ({
  json: fc.oneof({ maxDepth: 4 }, scalar, tie('array'), tie('object'), tie('items')),
  array: fc.array(tie('json'), { maxLength: 6 }).map((items) => `[${items.join()}]`),
  object: fc
    .uniqueArray(fc.tuple(name, tie('json')), { selector: ([key]) => key, maxLength: 5 })
    .map((members) => `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`),
  items: fc
    .uniqueArray(fc.tuple(fc.nat({ max: 7 }), tie('json')), { selector: ([id]) => id, maxLength: 6 })
    .map((items) => `[${items.map(([id, value]) => `{"id":${id},"value":${value}}`).join()}]`),
}))

/** Equal for equal JSON, whatever the order of members. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`)
      .sort()
      .join()}}`
  if (typeof value === 'string') return JSON.stringify(value)
  return typeof value === 'bigint' ? `${value}n` : String(value)
}

test('applying the differences to the first value gives the second, and there are none only where nothing differs', () => {
  fc.assert(
    fc.property(json, json, (first, second) => {
      const [before, after] = [readJson(first), readJson(second)]
      const comparison = compareJson(before, after)
      expect(canonical(applyChanges(before, [...changesOf(comparison)]))).toBe(canonical(after))
      expect(comparison.root === undefined).toBe(canonical(before) === canonical(after))
      expect(comparison.stopped).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test('a value read twice does not differ from itself', () => {
  fc.assert(
    fc.property(json, (text) => {
      expect(compareJson(readJson(text), readJson(text))).toEqual({ root: undefined, stopped: [] })
    }),
  )
})

test('of two lists as much is kept in place as can be', () => {
  const list = fc.array(fc.nat({ max: 4 }), { maxLength: 12 })
  fc.assert(
    fc.property(list, list, (before, after) => {
      const { root } = compareJson(before, after)
      const kept = root?.type === 'within' ? root.inside.same : before.length
      expect(kept).toBe(commonLength(before, after))
    }),
    { numRuns: 500 },
  )
})

/** Of the longest common subsequence, by its definition. */
function commonLength([one, ...before]: number[], after: number[]): number {
  if (one === undefined || after.length === 0) return 0
  const without = commonLength(before, after)
  const place = after.indexOf(one)
  return place < 0 ? without : Math.max(without, 1 + commonLength(before, after.slice(place + 1)))
}

test('reading never throws, and reads what the page reads but for whole numbers beyond doubles', () => {
  fc.assert(
    fc.property(fc.oneof(json, fc.string(), fc.json()), (text) => {
      let plain: unknown
      try {
        plain = JSON.parse(text)
      } catch {
        plain = undefined
      }
      const rounded = JSON.stringify(readJson(text), (_, value) =>
        typeof value === 'bigint' ? Number(value) : value,
      )
      expect(rounded).toBe(JSON.stringify(plain))
    }),
  )
})
