/** The filter's grammar: what each term finds in a small log. */
import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../src/core/exchange.ts'
import { rowsOf } from '../../src/core/log.ts'
import { matcher } from '../../src/core/query/matcher.ts'
import { parseQuery } from '../../src/core/query/parse-query.ts'
import { bodyOf, page } from '../language/page.ts'

const click = { element: 'button#save', event: 'click', certainty: 'same-task' } as const

const story = page('home', { frame: 2 })
  .live('shop.Cart')
  .at(100)
  .calls('search_tags', { q: 'Python', page: { size: 20 } })
  .at(350)
  .answers(200, { result: [{ id: 7, name: 'bug' }, { name: 'a.b' }] })
  .calls('save', { late: 'late answer', ids: [3, 5] })
  .answers(404, { error: 'unknown_view', message: 'No view' })
  .calls('save_all', { 'user.name': 'x', __proto__: null })
  .answers(429, { error: 'rate_limited', message: 'Slow down' })
  .dispatches('add_tag', click)
  .event('add_tag', 1)
  .patch(3, { ref: 1 })
  .event('keep', 2)
  .hears({ type: 'noop', ref: 2 })
  .patch(1, { source: 'tick' })
  .event('wait', 3)
const { rows } = story

const found = (text: string) =>
  rows
    .filter(({ kind }) => kind !== 'system')
    .filter(matcher(parseQuery(text)))
    .map((row) => row.name)

const CALLS = ['search_tags', 'save', 'save_all']
const ALL = [...CALLS, 'add_tag', 'keep', 'tick', 'wait']

describe('words', () => {
  test.each([
    ['', ALL],
    ['TAG', ['search_tags', 'add_tag']],
    ['tag search', ['search_tags']],
    ['tag -search', ['add_tag']],
    ['shop.cart', ALL.slice(3)],
    ['404', ['save']],
    ['unknown_view', ['save']],
    ['button#save', ['add_tag']],
    ['python', ['search_tags']],
    ['SetText', ['add_tag', 'tick']],
    ['a.b', ['search_tags']],
    ['"late answer"', ['save']],
    ['-"late answer" -python -rate', ALL.slice(3)],
    ['"q":"Python"', ['search_tags']],
    ['"\\"q\\":\\"Python"', ['search_tags']],
    ['"-search"', []],
    ['[(*', []],
    ['nothing-of-the-kind', []],
  ])('%j finds %j', (text, names) => {
    expect(found(text)).toEqual(names)
  })
})

describe('regular expressions', () => {
  test.each([
    ['/^save/', ['save', 'save_all']],
    ['/^SAVE$/', ['save']],
    ['-/a/', []],
    ['/(py|ru)thon/', ['search_tags']],
    ['/late answer/', ['save']],
    ['/save.*all/', ['save_all']],
    ['/[/]all|save_a/', ['save_all']],
    ['/a\\/b|wait/', ['wait']],
    ['/^ADD/gy', ['add_tag']],
    ['/djust/api', []],
  ])('%j finds %j', (text, names) => {
    expect(found(text)).toEqual(names)
    expect(found(text), 'the second time').toEqual(names)
  })
})

describe('keys', () => {
  test.each([
    ['kind:call', CALLS],
    ['KIND:Call', CALLS],
    ['-kind:call', ALL.slice(3)],
    ['kind:dispatch tag', ['add_tag']],
    ['kind:push', ['tick']],
    ['name:save', ['save']],
    ['name:SAVE*', ['save', 'save_all']],
    ['name:*a*_t*g*', ['search_tags', 'add_tag']],
    ['name:"save"', ['save']],
    ['view:shop.cart', ALL.slice(3)],
    ['view:*.new', CALLS],
    ['status:404', ['save']],
    ['status:4*', ['save', 'save_all']],
    ['status:limited', ['save_all']],
    ['status:"(pending)"', ['wait']],
    ['status:ok kind:call', ['search_tags']],
    ['is:rerender', ['add_tag', 'tick']],
    ['is:error', ['save', 'save_all']],
    ['is:none kind:dispatch', ['keep']],
    ['is:pending', ['wait']],
    ['slower-than:250', ['search_tags']],
    ['slower-than:0.25s', ['search_tags']],
    ['slower-than:251ms', []],
    ['slower-than:1min', []],
    ['-slower-than:0', ['tick', 'wait']],
    ['patches:3', ['add_tag']],
    ['patches:>1', ['add_tag']],
    ['patches:>=1', ['add_tag', 'tick']],
    ['patches:<3 patches:>0', ['tick']],
    ['patches:<=0', [...CALLS, 'keep', 'wait']],
    ['trigger:click', ['add_tag']],
    ['trigger:BUTTON*', ['add_tag']],
    ['-trigger:*', ALL.filter((name) => name !== 'add_tag')],
    ['frame:2', ALL],
    ['frame:0', []],
    ['transport:http', CALLS],
    ['transport:ws', ALL.slice(3)],
  ])('%j finds %j', (text, names) => {
    expect(parseQuery(text).problems).toEqual([])
    expect(found(text)).toEqual(names)
  })

  test('what the wire did not say is the empty text', () => {
    const { rows: bare } = page().fallsBack('orphan')
    const names = (text: string) => bare.filter(matcher(parseQuery(text))).map(({ name }) => name)
    expect(names('view:""')).toEqual(['orphan'])
    expect(names('-view:""')).toEqual([])
    expect(names('trigger:""')).toEqual([])
  })

  test('larger-than counts both ways, and a k is 1,000 bytes', () => {
    const { rows: big } = page()
      .live()
      .calls('big', { q: 'x'.repeat(985) })
      .answers(200, { result: 1 })
    const row = big.at(-1)
    expect((row?.sent ?? 0) + (row?.received ?? 0)).toBe(1016)
    const names = (text: string) => big.filter(matcher(parseQuery(text))).map(({ name }) => name)
    expect(names('larger-than:1016')).toEqual(['big'])
    expect(names('larger-than:1.016k')).toEqual(['big'])
    expect(names('larger-than:1017')).toEqual([])
    expect(names('larger-than:1M')).toEqual([])
  })
})

describe('what was sent and answered', () => {
  test.each([
    ['param.q:python', ['search_tags']],
    ['param.Q:py*', ['search_tags']],
    ['-param.q:*', ALL.slice(1)],
    ['param.page:*', ['search_tags']],
    ['param.page.size:20', ['search_tags']],
    ['param.page.size:2', []],
    ['param.late:"late answer"', ['save']],
    ['param.ids:5', ['save']],
    ['param.ids.0:3', ['save']],
    ['param.ids.0:5', []],
    ['param."user.name":x', ['save_all']],
    ['param.user.name:x', []],
    ['param.constructor:*', []],
    ['result.id:7', ['search_tags']],
    ['result.0.name:bug', ['search_tags']],
    ['result.1.name:bug', []],
    ['result.name:A.B', ['search_tags']],
    ['result.length:*', []],
    ['result.error:*', []],
  ])('%j finds %j', (text, names) => {
    expect(parseQuery(text).problems).toEqual([])
    expect(found(text)).toEqual(names)
  })

  test.each([
    ['on a socket', { transport: 'ws', kind: 'dispatch' }, { params: { id: 1 }, id: 2 }, 1],
    ['in the fallback over HTTP', { transport: 'http', kind: 'dispatch' }, { id: 1, params: { id: 2 } }, 1],
    [
      'as an old client posts it',
      { transport: 'http', kind: 'dispatch' },
      { event: 'x', params: { id: 1 } },
      1,
    ],
    ['where nothing was sent', { transport: 'none', kind: 'dispatch' }, { id: 1 }, 1],
    ['to an API handler', { transport: 'http', kind: 'call', via: 'api' }, { id: 1 }, 1],
    ['to a server function', { transport: 'http', kind: 'call' }, { id: 1 }, 0],
    ['as a list', { transport: 'http', kind: 'dispatch' }, [{ id: 1 }], 0],
    ['in no JSON', { transport: 'ws', kind: 'dispatch' }, 'id: 1', 0],
  ] as const)('params are found %s', (_, fields, said, count) => {
    const row: Exchange = {
      ...story.row('keep'),
      ...fields,
      request: bodyOf(said as Record<string, unknown>),
    }
    expect([row].filter(matcher(parseQuery('param.id:1')))).toHaveLength(count)
    expect([row].filter(matcher(parseQuery('param.id:2')))).toHaveLength(0)
  })

  test('whole numbers are found by every digit', () => {
    const { log } = page().calls('get').answers(200, '{"result":{"id":9007199254740993}}')
    const ids = (text: string) => rowsOf(log).filter(matcher(parseQuery(text))).length
    expect(ids('result.id:9007199254740993')).toBe(1)
    expect(ids('result.id:9007199254740992')).toBe(0)
  })

  test('a payload that was cut cannot be read, and is not found', () => {
    const request = { text: '{"params":{"id":1}}', bytes: 99_999, cut: true } as const
    const row: Exchange = { ...story.row('keep'), request }
    expect([row].filter(matcher(parseQuery('param.id:1')))).toHaveLength(0)
    expect([row].filter(matcher(parseQuery('-param.id:1')))).toHaveLength(1)
  })

  test('names that mean something to JavaScript are names like any other', () => {
    const row: Exchange = { ...story.row('keep'), request: bodyOf('{"params":{"__proto__":{"id":1}}}') }
    expect([row].filter(matcher(parseQuery('param.__proto__.id:1')))).toHaveLength(1)
    expect([row].filter(matcher(parseQuery('param.toString:*')))).toHaveLength(0)
  })

  test('a payload nested more deeply than a stack is looked through', () => {
    const deep = `{"params":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`
    const row: Exchange = { ...story.row('keep'), request: bodyOf(deep) }
    expect([row].filter(matcher(parseQuery('param.a:*')))).toHaveLength(1)
    expect([row].filter(matcher(parseQuery('param.a.b:*')))).toHaveLength(0)
  })
})

describe('what else is true of a row', () => {
  test.each([
    ['ok', false],
    ['error', true],
    ['limited', true],
    ['lost', true],
    ['abandoned', false],
    ['pending', false],
  ] as const)('is:error of one that is %s', (status, wanted) => {
    const row: Exchange = { ...story.row('keep'), status }
    expect(matcher(parseQuery('is:error'))(row)).toBe(wanted)
  })

  test('is:collateral finds what the re-render itself took', () => {
    const told = page().live().event('a', 1).patch(1, { ref: 1 })
    const harmed = told.harms({ focus: { from: 'input' } }).row('a')
    const meddled = { ...harmed, collateral: { ...harmed.collateral, meddled: true } } as Exchange
    const unmoved = { ...harmed, collateral: {} }
    const unapplied: Exchange = { ...harmed, verdict: { ...harmed.verdict, render: 'dropped' } }
    const each = [harmed, meddled, unmoved, unapplied]
    expect(each.map(matcher(parseQuery('is:collateral')))).toEqual([true, false, false, false])
  })
})

describe('what is still being typed', () => {
  test.each(['-', '"', '"late ans', '-"late', 'kind:', '-is:', 'param.q:', 'name:"add', '""', ' - '])(
    '%j asks for nothing and is no problem',
    (text) => {
      expect(parseQuery(text)).toEqual({ terms: [], problems: [] })
    },
  )

  test('does not stop the rest from being asked', () => {
    expect(found('add kind:')).toEqual(['add_tag'])
  })
})
