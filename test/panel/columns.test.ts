/** Which columns the log has, as the store knows and remembers them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLUMNS } from '../../src/core/columns/columns.ts'
import { asColumns, FIRST_COLUMNS, GIVING_WAY } from '../../src/panel/store/chosen-columns.ts'
import { createColumns } from '../../src/panel/store/columns.ts'
import { fitColumns, leastWidthOf, onlyName } from '../../src/panel/views/fit-columns.ts'
import { resizeColumn } from '../../src/panel/views/resize-column.ts'
import { memory } from './fake-page.ts'

const FIRST = ['name', 'view', 'status', 're-render', 'patches', 'sent', 'received', 'time', 'waterfall']

function columnsIn(storage = memory()) {
  const columns = createColumns(storage)
  return { ...columns, ids: () => columns.chosen.value.map(({ id }) => id) }
}

describe('a choice', () => {
  test('puts a column where it stands in the registry, among those that are shown', () => {
    const columns = columnsIn()
    expect(columns.ids()).toEqual(FIRST)
    columns.keep('trigger')
    columns.keep('kind')
    columns.hide('view')
    expect(columns.ids().slice(0, 5)).toEqual(['kind', 'name', 'trigger', 'status', 're-render'])
  })

  test('is remembered with order and width, until it is reset', () => {
    const storage = memory()
    const before = columnsIn(storage)
    before.keep('nodes')
    before.move('time', 'name')
    before.size(new Map([['time', 99.6]]))
    const after = columnsIn(storage)
    expect(after.chosen.value).toEqual(before.chosen.value)
    expect(after.chosen.value[0]).toEqual({ id: 'time', width: 100, isKept: false })
    after.reset()
    expect(columnsIn(storage).ids()).toEqual(FIRST)
  })

  test('never loses the name', () => {
    const columns = columnsIn()
    columns.hide('name')
    expect(columns.ids()).toContain('name')
  })

  test('of what this edition does not know changes nothing', () => {
    const columns = columnsIn()
    columns.keep('__proto__')
    columns.move('constructor', 'name')
    columns.move('name', 'toString')
    expect(columns.ids()).toEqual([...FIRST.slice(1), 'name'])
  })
})

describe('what was stored', () => {
  test('is read without what makes no sense', () => {
    const name = { id: 'name', width: 5, isKept: 'yes' }
    const stored = [null, 7, name, { id: 'gone', width: 80 }, name, { id: 'view', width: '130' }]
    expect(asColumns(stored)).toEqual([
      { id: 'name', width: 110, isKept: false },
      { id: 'view', width: 130, isKept: false },
    ])
    expect(asColumns([{ id: 'name', width: 1e9, isKept: true }])).toEqual([
      { id: 'name', width: 2000, isKept: true },
    ])
  })

  test('is no choice where it has no name column', () => {
    for (const stored of [undefined, {}, 'name', [], [{ id: 'view', width: 80 }]])
      expect(asColumns(stored)).toBeUndefined()
  })

  test('whatever it is, gives known columns of possible widths, each once', () => {
    const ids = COLUMNS.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.anything(),
        fc.array(fc.record({ id: fc.constantFrom(...ids), width: fc.double() })),
        (any, some) => {
          asColumns(any)
          const read = asColumns([{ id: 'name' }, ...some, any]) ?? []
          expect(new Set(read.map(({ id }) => id)).size).toBe(read.length)
          for (const { id, width } of read) {
            expect(ids).toContain(id)
            expect(width).toBeGreaterThanOrEqual(
              COLUMNS.find((column) => column.id === id)?.width.least ?? Infinity,
            )
            expect(width).toBeLessThanOrEqual(2000)
          }
        },
      ),
    )
  })
})

describe('where there is little room', () => {
  const drawn = (room: number, chosen = FIRST_COLUMNS) =>
    fitColumns(chosen, room).drawn.map(({ column }) => column.id)

  test('the columns that say least give way, and name and verdict never', () => {
    expect(drawn(1100)).toEqual(FIRST)
    expect(drawn(700)).toEqual(['name', 'status', 're-render', 'sent', 'received', 'time', 'waterfall'])
    expect(drawn(320)).toEqual(['name', 're-render'])
    expect([...GIVING_WAY, 'name', 're-render'].toSorted()).toEqual(FIRST.toSorted())
  })

  test('a column that somebody asked for stays, and the log scrolls sideways when even the least is too much', () => {
    const chosen = FIRST_COLUMNS.map((each) => ({ ...each, isKept: true }))
    const fit = fitColumns(chosen, 320)
    expect(fit.drawn).toHaveLength(FIRST.length)
    expect(fit.isShared).toBe(false)
    expect(leastWidthOf(fit)).toBe(chosen.reduce((sum, { width }) => sum + width, 0))
  })

  test('beside the details only the name is drawn', () => {
    expect(onlyName(FIRST_COLUMNS).drawn.map(({ column }) => column.id)).toEqual(['name'])
  })
})

describe('an edge that is moved', () => {
  const three = ['a', 'b', 'c'].map((id) => ({ id, width: 100, least: 50 }))
  const widths = (id: string, wanted: number, isShared = true) =>
    Object.fromEntries(resizeColumn(three, id, wanted, isShared))

  test('takes from those to the right, the nearest first, as far as they can give', () => {
    expect(widths('a', 130)).toEqual({ a: 130, b: 70, c: 100 })
    expect(widths('a', 170)).toEqual({ a: 170, b: 50, c: 80 })
    expect(widths('a', 900)).toEqual({ a: 200, b: 50, c: 50 })
  })

  test('gives what it leaves to the nearest', () => {
    expect(widths('b', 10)).toEqual({ a: 100, b: 50, c: 150 })
  })

  test('changes its own column alone where the log scrolls sideways', () => {
    expect(widths('a', 900, false)).toEqual({ a: 900 })
  })
})
