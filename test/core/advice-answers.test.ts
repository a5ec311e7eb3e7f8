/** The rules about renders, answers and slowness: each finds its mistake, with the rows that prove it, and refuses the false alarm that its file names. */
import { describe, expect, test } from 'vitest'
import { called, click, event, events, only, patch, times, told } from '../language/advice.ts'
import { page, patches } from '../language/page.ts'

describe('wasted-render', () => {
  const empty = { type: 'patch', patches: [], version: 2 }
  test('a handler whose renders are all empty', () => {
    expect(told(events('check', empty, 3))).toEqual(['wasted-render check sure, 3 rows'])
  })
  test('not one that changes something at other times', () => {
    expect(told(event(events('check', empty, 3), 'check', patch, 9000))).toEqual([])
  })
})

describe('whole-list', () => {
  const writes = times(6, (at) => ({ type: 'SetText', path: [1, at, 0], text: `${at}` }))
  test('one came, and all the others were written anew', () => {
    const came = { ...patch, patches: [...writes, { type: 'InsertChild', path: [1], index: 6, node: {} }] }
    expect(told(event(page().live(), 'add', came, 1000))).toEqual(['whole-list add likely, 1 rows'])
  })
  test('not a list whose items all changed', () => {
    expect(told(event(page().live(), 'rate', { ...patch, patches: writes }, 1000))).toEqual([])
  })
})

describe('full-html', () => {
  const html = { type: 'html_update', html: '<p></p>', version: 2 }
  test('whole HTML, twice', () => {
    expect(told(events('replace', html, 2))).toEqual(['full-html replace sure, 2 rows'])
  })
  test('not a view that is mounted', () => {
    const story = page().live()
    for (const view of ['demo.One', 'demo.Two'])
      story
        .sends({ type: 'live_redirect_mount', view })
        .hears({ type: 'mount', view, version: 1, html: '<p></p>' })
    expect(told(story)).toEqual([])
  })
})

describe('http-fallback', () => {
  const posted = (count: number) => {
    const story = page()
    for (const at of times(count, (each) => each))
      story
        .at(at * 1000)
        .fallsBack('add')
        .answers(200, { patches: patches(1), version: 2 })
    return story
  }
  test('events over HTTP', () => {
    expect(told(posted(3))).toEqual(['http-fallback the page sure, 3 rows'])
  })
  test('not one or two while a socket connects anew', () => {
    expect(told(posted(2))).toEqual([])
  })
})

describe('unanswered-ref', () => {
  test('an answer that the runtime does not take', () => {
    const story = page()
      .live()
      .event('turn', 900)
      .hears({ type: 'embedded_update', view_id: 'c', html: '', event_name: 'turn', ref: 900 })
    expect(told(story)).toEqual(['unanswered-ref turn sure, 1 rows'])
  })
  test('not one that is late', () => {
    expect(told(page().live().event('turn', 901))).toEqual([])
  })
})

describe('unseen-error', () => {
  const failed = (drawn: number) =>
    page().calls('search').answers(500, { error: 'function_error', message: 'It broke' }).draws(0, drawn)
  test('an error of a call, and nothing changed', () => {
    expect(told(failed(0))).toEqual(['unseen-error search likely, 1 rows'])
  })
  test('not one that the page shows', () => {
    expect(told(failed(1))).toEqual([])
  })
  test('an error of an event, and nothing changed in the view', () => {
    expect(told(page().live().event('save', 902).hears({ type: 'error', error: 'It broke' }).dom(0))).toEqual(
      ['unseen-error save likely, 1 rows'],
    )
  })
})

describe('client-limit', () => {
  test('the page says how many', () => {
    const { rule, fix } = only(called(page(), 0, { q: 'r', limit: 20 }, [1, 2]))
    expect([rule, fix.js]).toEqual([
      'client-limit',
      'const hits = await djust.call("issues.new", "search", { q })',
    ])
  })
  test('not a limit of something else', () => {
    expect(told(called(page(), 0, { limit: 500 }, { saved: 1 }, 'save_card'))).toEqual([])
  })
})

describe('oversized-payload', () => {
  const text = 'x'.repeat(100_000)
  test('an answer of 100 kB', () => {
    expect(told(called(page(), 0, { id: 1 }, text))).toEqual(['oversized-payload search sure, 1 rows'])
  })
  test('not a frame that DEBUG swells', () => {
    expect(told(event(page().live(), 'save', { ...patch, _debug: { text } }, 1000))).toEqual([])
  })
})

describe('ignored-payload', () => {
  const used = (params: object) =>
    page()
      .live()
      .ignores('button#go', 'dj-payload-item-id')
      .sends({ type: 'event', event: 'take', params, ref: 903 }, click)
      .hears({ ...patch, ref: 903 })
  test('an attribute that nobody read', () => {
    const { rule, fix } = only(used({}))
    expect([rule, fix.html]).toEqual(['ignored-payload', '<button dj-click="take" dj-value-item-id="…">'])
  })
  test('not one that a script of the page read', () => {
    expect(told(used({ item_id: 3 }))).toEqual([])
  })
})

describe('script-twice', () => {
  test('the same call twice for one click', () => {
    const story = page()
      .calls('ask', { a: 1 }, 'issues.new', click)
      .calls('ask', { a: 1 }, 'issues.new', click)
    expect(told(story.answers(200, { result: 1 }, 1).answers(200, { result: 1 }, 2))).toEqual([
      'script-twice ask likely, 2 rows',
    ])
  })
  test('not a person who does it twice', () => {
    const story = called(called(page(), 0, { a: 1 }, 1, 'ask', click), 150, { a: 1 }, 1, 'ask', click)
    expect(told(story)).toEqual([])
  })
})

describe('missing-csrf', () => {
  test('a token was missing', () => {
    expect(
      told(page().calls('save').answers(403, { error: 'csrf_failed', message: 'No token' }).draws(0, 1)),
    ).toEqual(['missing-csrf save sure, 1 rows'])
  })
  test('not a right that is missing', () => {
    expect(
      told(page().calls('save').answers(403, { error: 'permission_denied', message: 'No' }).draws(0, 1)),
    ).toEqual([])
  })
})

describe('slow', () => {
  test('to apply', () => {
    const story = page().live()
    for (const at of times(3, (each) => each)) {
      event(story, 'draw', patch, 1000 + at * 1000)
      story
        .marks('apply-start')
        .at(1200 + at * 1000)
        .marks('apply-end')
        .dom(1)
        .done()
    }
    expect(told(story)).toEqual(['slow-apply draw sure, 3 rows'])
  })

  /** Three events whose answers take so long, on a line whose mount was answered at once or not. */
  const waited = (mount: number, wait: number) => {
    const story = page().opens().hears({ type: 'connect', session_id: 's1' })
    story
      .at(10)
      .sends({ type: 'mount', view: 'demo.V' })
      .at(10 + mount)
      .hears({ type: 'mount', view: 'demo.V', version: 1, html: '' })
    for (const at of times(4, (each) => each)) {
      const ref = at + 1
      story.at(2000 + at * 2000).sends({ type: 'event', event: 'save', params: {}, ref }, click)
      story.at(2000 + at * 2000 + wait).hears({ ...patch, event_name: 'save', ref })
    }
    return story
  }
  test('because of the server, where the same line was fast', () => {
    expect(told(waited(5, 600))).toEqual(['slow-server save likely, 4 rows'])
  })
  test('because of the network, where nothing on the line was fast', () => {
    expect(told(waited(450, 500))).toEqual(['slow-network ws likely, 4 rows'])
  })
  test('not where nobody can tell: too little came over the line', () => {
    const story = page()
    for (const at of times(3, (each) => each))
      story
        .at(at * 2000)
        .calls('ask', { at })
        .at(at * 2000 + 700)
        .answers(200, { result: at + 5 })
    expect(told(story)).toEqual([])
  })
})
