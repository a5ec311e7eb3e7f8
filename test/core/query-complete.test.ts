/** What may stand at the caret, which is drawn as `|`. */
import { describe, expect, test } from 'vitest'
import { complete } from '../../src/core/query/complete.ts'
import { page } from '../language/page.ts'

const told = page().live('shop.Cart')
for (const n of [1, 2, 3]) told.event('add tag', n).patch(n, { ref: n })
told.event('remove', 4).hears({ type: 'noop', ref: 4 })
told
  .calls('search', { q: 'python', page: { size: 20 }, 'a.b': [{ id: 1 }] })
  .answers(200, { result: [{ name: 'bug' }, { name: 'x' }] })
told.calls('search', { q: 'ruby' }).answers(404, { error: 'e' })
const rows = told.rows.filter(({ kind }) => kind !== 'system')

function at(drawn: string, log = rows) {
  const caret = drawn.indexOf('|')
  const text = drawn.replace('|', '')
  const { from, to, candidates } = complete(text, caret, log)
  return {
    candidates,
    values: candidates.map(({ value, count }) => (count === undefined ? value : `${value} ${count}`)),
    /** The text once the candidate of that value is taken. */
    taking: (value: string) => {
      const { text: taken = '?' } = candidates.find((each) => each.value === value) ?? {}
      return text.slice(0, from) + taken + text.slice(to)
    },
  }
}

describe('keys', () => {
  test.each(['|', 'add |', '-|'])('all of them at %j', (drawn) => {
    const { values } = at(drawn)
    expect(values.slice(0, 3)).toEqual(['kind', 'is', 'name'])
    expect(values.slice(-2)).toEqual(['param.', 'result.'])
  })

  test.each([
    ['s|', ['status', 'slower-than'], 'status', 'status:'],
    ['S|', ['status', 'slower-than'], 'slower-than', 'slower-than:'],
    ['add -ki|', ['kind'], 'kind', 'add -kind:'],
    ['ki|nd', ['kind'], 'kind', 'kind:'],
    ['na|:x', ['name'], 'name', 'name:x'],
    ['par|', ['param.'], 'param.', 'param.'],
  ])('%j', (drawn, values, taken, text) => {
    expect(at(drawn).values).toEqual(values)
    expect(at(drawn).taking(taken)).toBe(text)
  })

  test('each with a few words', () => {
    expect(at('|').candidates.every(({ says }) => says)).toBe(true)
  })
})

describe('values', () => {
  test.each([
    ['name:|', ['add tag 3', 'search 2', 'remove 1']],
    ['name:E|', ['search 2', 'remove 1']],
    ['name:R|', ['remove 1', 'search 2']],
    ['-name:rem|', ['remove 1']],
    ['view:|', ['shop.Cart 4', 'issues.new 2']],
    ['kind:|', ['dispatch 4', 'call 2', 'push 0', 'navigation 0', 'system 0']],
    ['is:re|', ['rerender 3', 'replaced 0']],
    ['status:O|', ['ok 5', 'error 1']],
    ['status:|', ['ok 5', '200 1', '404 1', 'error 1']],
    ['patches:|', ['>0 3', '0 3', '1 1', '2 1', '3 1']],
    ['transport:w|', ['ws 4']],
    ['frame:|', ['0 6']],
    ['trigger:|', []],
    ['slower-than:|', ['100ms 0', '1s 0']],
  ])('%j offers what occurs, most frequent first', (drawn, values) => {
    expect(at(drawn).values).toEqual(values)
  })

  test('are put in quotes where they must be', () => {
    expect(at('kind:dispatch name:a|').taking('add tag')).toBe('kind:dispatch name:"add tag"')
    expect(at('name:"add|').taking('add tag')).toBe('name:"add tag"')
    expect(at('name:"re|" x').taking('remove')).toBe('name:remove x')
  })

  test('what is complete is offered no more', () => {
    expect(at('name:remove|').values).toEqual([])
    expect(at('kind:call|').values).toEqual([])
    expect(at('patches:3|').values).toEqual([])
  })

  test('the very one that was typed comes first', () => {
    const { rows } = page().live().event('tags', 1).event('tags', 2).event('tag', 3)
    expect(at('name:tag|', [...rows]).values).toEqual(['tag 1', 'tags 2'])
  })

  test('what a page may choose is bounded, and what cannot be typed is left out', () => {
    const hostile = page().live()
    for (let n = 0; n < 200; n++) hostile.event(`event_${n}`, n)
    hostile.event('x'.repeat(10_000), 201).event('a\nb', 202).event('__proto__', 203)
    expect(at('name:|', [...hostile.rows]).values).toHaveLength(50)
    expect(at('name:xxx|', [...hostile.rows]).values).toEqual([])
    expect(at('name:a|b', [...hostile.rows]).values).toEqual([])
    expect(at('name:__p|', [...hostile.rows]).values).toEqual(['__proto__ 1'])
  })
})

describe('paths', () => {
  test('that occur in what was sent and answered', () => {
    expect(at('param.|').values).toEqual([
      'param.q 2',
      'param.page 1',
      'param."a.b" 1',
      'param.page.size 1',
      'param."a.b".id 1',
    ])
    expect(at('result.|').values).toEqual(['result.name 1'])
    expect(at('-param.PAGE.|').values).toEqual(['param.page.size 1'])
    expect(at('param.s|').values).toEqual(['param.page.size 1'])
    expect(at('param.si|').taking('param.page.size')).toBe('param.page.size:')
  })

  test('and the values at their ends', () => {
    expect(at('param.q:|').values).toEqual(['ruby 1', 'python 1'])
    expect(at('param.page.size:|').values).toEqual(['20 1'])
    expect(at('result.name:|').values).toEqual(['bug 1', 'x 1'])
    expect(at('param.page:|').values).toEqual([])
  })
})

test.each(['/re|/', '"phr|', 'foo:|', 'add_t|'])('nothing is offered in %j', (drawn) => {
  expect(at(drawn).values).toEqual([])
})
