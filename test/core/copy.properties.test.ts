/** Whatever a page did, every format writes something for every row of it, and says why where it will not. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf } from '../../src/core/copy/context-of.ts'
import { COPY_FORMATS } from '../../src/core/copy/copy-formats.ts'
import { isJson, readSource } from '../../src/core/copy/json-source.ts'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import { sightings } from '../language/arbitrary.ts'

test('no row of any log makes a format throw', () => {
  fc.assert(
    fc.property(sightings, (all) => {
      const log = fold(createLog(), all)
      for (const row of rowsOf(log)) {
        const context = contextOf(log, row)
        for (const format of COPY_FORMATS) {
          const suits = format.suits(row)
          const text = format.write(row, context)
          if (suits.ok) expect(text).not.toBe('')
          else expect(text.split('\n')).toEqual([expect.stringContaining(suits.says)])
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('any JSON is read as it was written', () => {
  const rebuilt = (json: ReturnType<typeof readSource>): unknown => {
    if (json?.type === 'object')
      return Object.fromEntries(json.members.map(([key, value]) => [key, rebuilt(value)]))
    if (json?.type === 'array') return json.items.map(rebuilt)
    if (json?.type === 'string') return json.value
    return JSON.parse(json?.type === 'number' ? json.digits : (json?.word ?? ''))
  }
  fc.assert(
    fc.property(fc.json({ stringUnit: 'binary' }), fc.nat(2), (text, indent) => {
      expect(rebuilt(readSource(JSON.stringify(JSON.parse(text), null, indent)))).toEqual(JSON.parse(text))
    }),
  )
})

test('what is no JSON is read as none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readSource(text) === undefined).toBe(!isJson(text))
    }),
  )
})
