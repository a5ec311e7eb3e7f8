/** Each rule of the advice finds its mistake, with the rows that prove it, and refuses the false alarm that its file names. */
import { describe, expect, test } from 'vitest'
import { advise, RULES } from '../../src/core/advice/advise.ts'
import type { Finding } from '../../src/core/advice/finding.ts'
import { ADVICE_IDS } from '../../src/protocol/advice-ids.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { type Page, page, patches } from '../language/page.ts'

/** `rule subject certainty, n rows` */
const told = (story: Page) =>
  advise(story.rows).map(
    ({ rule, subject, certainty, rows }) => `${rule} ${subject} ${certainty}, ${rows.length} rows`,
  )
const only = (story: Page): Finding => {
  const [finding, ...more] = advise(story.rows)
  if (!finding || more.length > 0) throw new Error(`not one finding: ${told(story).join('; ')}`)
  return finding
}

const key: Trigger = { element: 'input#q', event: 'input', certainty: 'same-task' }
const timer: Trigger = { element: 'input#q', event: 'input', certainty: 'recent' }
const click: Trigger = { element: 'button#go', event: 'click', certainty: 'same-task' }

let refs = 0
/** An event with its answer, 1,000 ms after the one before. */
function event(
  story: Page,
  name: string,
  answer: Record<string, unknown>,
  at: number,
  trigger = click,
): Page {
  refs += 1
  return story
    .at(at)
    .sends({ type: 'event', event: name, params: {}, ref: refs }, trigger)
    .hears({ source: 'event', event_name: name, ref: refs, ...answer })
}
const times = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at))
/** The same event so many times. */
const events = (name: string, answer: Record<string, unknown>, count: number, story = page().live()) => {
  for (const at of times(count, (each) => each)) event(story, name, answer, 1000 + at * 1000)
  return story
}
const noop = { type: 'noop' }
const patch = { type: 'patch', patches: patches(1), version: 2 }

/** A call with its answer, 1,000 ms after the one before. */
function called(
  story: Page,
  at: number,
  params: Record<string, unknown>,
  result: unknown,
  name = 'search',
  trigger = timer,
) {
  return story.at(at).calls(name, params, 'issues.new', trigger).answers(200, { result })
}

test('the registry has every id once, in the order of the list', () => {
  expect(RULES.map(({ id }) => id)).toEqual([...ADVICE_IDS])
})

describe('handler-never-renders', () => {
  test('a handler that answered noop each time', () => {
    const { rule, rows, fix } = only(events('look_up', noop, 3))
    expect([rule, rows.length]).toEqual(['handler-never-renders', 3])
    expect(fix.js).toBe('const answer = await djust.call("demo.tagview", "look_up", {})')
    expect(fix.python).toContain('def look_up(self, **kwargs):')
  })
  test('not one that sometimes renders', () => {
    expect(told(event(events('look_up', noop, 3), 'look_up', patch, 9000))).toEqual([])
  })
  test('nor one whose work shows by a broadcast', () => {
    const story = page().live()
    for (const at of times(3, (each) => each)) {
      event(story, 'vote', noop, 1000 + at * 1000)
      story.patch(1, { source: 'broadcast', broadcast: true }).dom(1)
    }
    expect(told(story)).toEqual([])
  })
})

describe('call-then-render', () => {
  const byHand = (inside: number, outside: number) => {
    const story = page()
    for (const at of times(3, (each) => each))
      called(story, 1000 + at * 1000, { at }, at + 10, 'count').draws(inside, outside)
    return story
  }
  test('each answer was drawn by hand inside of the view', () => {
    expect(told(byHand(2, 0))).toEqual(['call-then-render count sure, 3 rows'])
  })
  test('not what djust leaves alone', () => {
    expect(told(byHand(0, 2))).toEqual([])
  })
  const followed = (trigger: Trigger) => {
    const story = page().live()
    for (const at of times(3, (each) => each)) {
      called(story, 1000 + at * 1000, { at }, at + 10, 'fetch_item')
      event(story, 'add', patch, 1010 + at * 1000, trigger)
    }
    return story
  }
  test('each answer was followed by the same dispatch', () => {
    expect(told(followed({ ...click, certainty: 'recent' }))).toEqual([
      'call-then-render fetch_item likely, 6 rows',
    ])
  })
  test('not when the person asked for it', () => {
    expect(told(followed(click))).toEqual([])
  })
})

describe('no-debounce', () => {
  const typed = (gap: number, trigger: Trigger) => {
    const story = page()
    for (const [at, q] of ['r', 're', 'rea', 'reac'].entries())
      called(story, 1000 + at * gap, { q }, [q], 'search', trigger)
    return story
  }
  test('a call for every key', () => {
    const { rule, rows, says } = only(typed(200, key))
    expect([rule, rows.length, says]).toEqual([
      'no-debounce',
      4,
      '4 messages of search went out in 600 ms, one for every key.',
    ])
  })
  test('or faster than any pause', () => {
    expect(told(typed(80, timer))).toEqual(['no-debounce search sure, 4 rows'])
  })
  test('not a slow hand, whose every key has a pause of its own', () => {
    expect(told(typed(400, timer))).toEqual([])
  })
})

describe('late-answer', () => {
  const late = (drawn: number) =>
    page()
      .calls('search', { q: 'r' })
      .calls('search', { q: 're' })
      .answers(200, { result: [1] })
      .draws(0, 1)
      .answers(200, { result: [2] }, 1)
      .draws(0, drawn)
  test('an older answer that was shown', () => {
    expect(told(late(3))).toEqual(['late-answer search sure, 1 rows'])
  })
  test('not one that the page ignored', () => {
    expect(told(late(0))).toEqual([])
  })
  test('nor one of several that are only shown together', () => {
    const story = page()
    for (const id of [1, 2]) story.calls('details', { id }, 'issues.new', click)
    story
      .answers(200, { result: [2] }, 2)
      .draws(0, 0)
      .answers(200, { result: [1] }, 1)
      .draws(0, 2)
    expect(told(story)).toEqual([])
  })
})

describe('repeated-call', () => {
  const repeated = (result: (at: number) => unknown) => {
    const story = page()
    for (const at of times(3, (each) => each)) called(story, 1000 + at * 1000, { q: 'r' }, result(at))
    return story
  }
  test('the same question with the same answer', () => {
    expect(told(repeated(() => ['red']))).toEqual(['repeated-call search likely, 3 rows'])
  })
  test('not when the answers differ', () => {
    expect(told(repeated((at) => [at]))).toEqual([])
  })
  test('nor when all they say is that something was done', () => {
    expect(told(repeated(() => true))).toEqual([])
  })
})

describe('chained-calls', () => {
  test('a loop', () => {
    const story = page()
    for (const id of times(5, (each) => each)) story.calls('details', { id }, 'issues.new', click)
    for (const id of times(5, (each) => each)) story.answers(200, { result: { id } }, id + 1)
    expect(told(story)).toEqual(['chained-calls details sure, 5 rows'])
  })
  test('a chain', () => {
    const story = page()
    for (const name of ['card', 'holder', 'branch'])
      called(story, story.facts.length * 10, { id: 1 }, { name }, name, { ...click, certainty: 'recent' })
    expect(told(page())).toEqual([])
    expect(told(story)).toEqual(['chained-calls card → holder → branch likely, 3 rows'])
  })
  test('not different things asked at once', () => {
    const story = page()
    for (const name of ['tags', 'people', 'labels', 'news']) story.calls(name, {}, 'issues.new', click)
    for (const request of times(4, (at) => at + 1)) story.answers(200, { result: [request] }, request)
    expect(told(story)).toEqual([])
  })
})

describe('collateral', () => {
  const focus = { from: 'input#q', to: 'body' }
  test('a re-render that took the focus', () => {
    const story = event(page().live(), 'save', patch, 1000).dom(1).harms({ focus })
    expect(told(story)).toEqual(['collateral save sure, 1 rows'])
  })
  test('not the button that goes with its own click', () => {
    const story = event(page().live(), 'remove', patch, 1000)
      .dom(1)
      .harms({ focus: { from: 'button#go' } })
    expect(told(story)).toEqual([])
  })
  test('nor what the person may have done meanwhile', () => {
    expect(told(event(page().live(), 'save', patch, 1000).dom(1).harms({ focus, meddled: true }))).toEqual([])
  })
})

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
      refs += 1
      story.at(2000 + at * 2000).sends({ type: 'event', event: 'save', params: {}, ref: refs }, click)
      story.at(2000 + at * 2000 + wait).hears({ ...patch, event_name: 'save', ref: refs })
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
