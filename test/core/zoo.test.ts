/** Small stories of what the real djust was seen to do (examples/django/zoo). */
import { describe, expect, test } from 'vitest'
import { reasonsOf } from '../language/line.ts'
import { type Page, page } from '../language/page.ts'

test('an event that no socket took and that is posted next is one dispatch', () => {
  const story = page()
    .dispatches('save')
    .dispatchSettles('refused')
    .later()
    .fallsBack('save')
    .answers(200, { patches: [], version: 2 })
  expect(story.lines).toEqual(['dispatch save ok empty proved'])
})

test('the same event posted much later is a dispatch of its own', () => {
  const story = page().dispatches('save').dispatchSettles('refused').later()
  expect(story.at(500).fallsBack('save').answers(200, { patches: [], version: 2 }).lines).toHaveLength(2)
})

test('a message type that the server refuses by name has failed', () => {
  const story = page()
    .live()
    .sends({ type: 'zoo' })
    .hears({ type: 'error', error: 'Unknown message type: zoo' })
  expect(story.systemLines.at(-1)).toBe('system zoo error none inferred')
})

describe('a runtime that marks what it applies', () => {
  const marking = () =>
    page().live().event('a', 1).patch(1, { ref: 1 }).marks('apply-start').marks('render-end').dom(1).done()

  test('has not applied a patch that it did not mark', () => {
    const story = marking().event('b', 2).patch(1, { ref: 2, version: 3 }).dom(0).done()
    expect(story.row('b').verdict.render).toBe('dropped')
    expect(reasonsOf(story.row('b')).at(-1)).toContain('marked nothing for this')
  })

  test('has not applied whole HTML that it did not mark', () => {
    const story = marking()
      .hears({ type: 'html_update', html: '<p>', source: 'broadcast', version: 3 })
      .dom(0)
      .done()
    expect(story.row('broadcast').verdict.render).toBe('dropped')
  })

  test('has wasted a patch that it marked and that changed nothing', () => {
    const story = marking().event('b', 2).patch(1, { ref: 2, version: 3 }).marks('apply-start')
    story.marks('apply-end').marks('render-end').dom(0).done()
    expect(story.row('b').verdict).toMatchObject({ render: 'patched', flags: ['wasted'] })
  })

  describe('and every render that succeeds', () => {
    const failing = () => {
      const story = page().has('djust.extractColocatedHooks').live().event('b', 1)
      return story.patch(2, { ref: 1 }).marks('apply-start').marks('apply-end')
    }

    test('could not apply a patch that it never marked as rendered', () => {
      const story = failing().dom(0).done()
      expect(story.row('b').verdict.render).toBe('dropped')
      expect(reasonsOf(story.row('b')).at(-1)).toContain(
        'a patch did not fit the page, and nothing had changed',
      )
    })

    test('applied a part of it where nodes had changed', () => {
      const story = failing().dom(1).done()
      expect(story.row('b').verdict).toMatchObject({ render: 'patched', flags: ['contradicted'] })
    })

    test('rendered what it marked so', () => {
      const story = failing().marks('render-end').dom(1).done()
      expect(story.row('b').verdict).toMatchObject({ render: 'patched', flags: [] })
    })
  })

  test('tells it of the frames before its first mark, too', () => {
    const story = page().live().event('b', 1).patch(1, { ref: 1 }).dom(0).done()
    expect(story.row('b').verdict.render).toBe('patched')
    story.event('a', 2).patch(1, { ref: 2, version: 3 }).marks('apply-start')
    expect(story.row('b').verdict.render).toBe('dropped')
  })
})

test('what the SSE client has no case for does nothing, unless the DOM tells otherwise', () => {
  const layout = { type: 'layout', path: '/x', html: '<p>' }
  expect(page().streams().hears(layout).dom(0).row('layout').verdict.render).toBe('dropped')
  expect(page().streams().hears(layout).dom(2).row('layout').verdict.render).toBe('direct')
  expect(page().live().hears(layout).dom(0).row('layout').verdict.render).toBe('direct')
})

test('many of the same at once are a loop, and nobody sent anything twice', () => {
  const story = page()
  for (let n = 0; n < 5; n++) story.calls('search', { q: 'x' })
  expect(story.rows.flatMap(({ faults }) => faults ?? [])).toEqual([])
})

describe('a cache hit', () => {
  const cached = () => {
    const story = page().live()
    story.sends({ type: 'event', event: 'find', params: { _cacheRequestId: 'c1' }, ref: 1 })
    return story.patch(1, { ref: 1 }).done().elsewhere()
  }
  const hit = (story: ReturnType<typeof cached>) => story.marks('apply-end').marks('render-end')

  test('is a dispatch of its own, re-rendered locally', () => {
    expect(hit(cached()).lines.at(-1)).toBe('dispatch find ok local proved')
    expect(hit(cached()).rows.at(-1)?.renders).toHaveLength(1)
  })

  test('is the dispatch that the page asked for in so many words', () => {
    const story = hit(cached().dispatches('find')).dispatchSettles('settled')
    expect(story.lines).toHaveLength(2)
    expect(story.lines.at(-1)).toBe('dispatch find ok local proved')
  })

  test('was asked for by whoever the marker names', () => {
    const trigger = { element: 'button#find', event: 'click', certainty: 'same-task' } as const
    const story = cached().marks('apply-end').marks('render-end', trigger)
    expect(story.rows.at(-1)).toMatchObject({ name: 'find', trigger })
  })

  test('has no name where several handlers are cached', () => {
    const story = cached()
    story
      .sends({ type: 'event', event: 'other', params: { _cacheRequestId: 'c2' }, ref: 2 })
      .patch(1, { ref: 2, version: 3 })
    expect(hit(story.done().elsewhere()).lines.at(-1)).toContain('(cached)')
  })

  test('is only supposed where nothing is known to be cached', () => {
    expect(hit(page().live().elsewhere()).lines.at(-1)).toBe('dispatch (cached) ok local inferred')
  })

  test('is not seen in a runtime that starts up', () => {
    expect(page().elsewhere().marks('render-end').rows).toEqual([])
  })
})

test('what the runtime marks after the answer of the HTTP fallback belongs to that answer', () => {
  const story = page()
    .fallsBack('save')
    .answers(200, { patches: [{ type: 'SetText' }], version: 2 })
    .elsewhere()
  story.marks('apply-end').marks('render-end')
  expect(story.lines).toEqual(['dispatch save ok patched 1 patches proved'])
})

test('a frame that the page kept from a runtime which takes every frame was dropped', () => {
  const story = page().live().event('a', 1).patch(1, { ref: 1 }).marks('apply-start').dom(1).done()
  story.event('b', 2).patch(1, { ref: 2, version: 3 }).dom(0).done('task')
  expect(story.row('b').verdict.render).toBe('dropped')
})

test('what the runtime marks before we have read the answer of the HTTP fallback belongs to that answer, too', () => {
  const story = page().fallsBack('save').elsewhere().marks('apply-end').marks('render-end')
  story.answers(200, { patches: [{ type: 'SetText' }], version: 2 })
  expect(story.lines).toEqual(['dispatch save ok patched 1 patches proved'])
  const { received, applied } = story.row('save').times
  expect(received).toBe(applied)
})

describe('a cache hit beside the HTTP fallback of another event', () => {
  const hit = (story: Page) =>
    story.dispatches('search').elsewhere().marks('apply-end').marks('render-end').dispatchSettles('settled')
  const answer = { patches: [{ type: 'SetText' }], version: 2 }

  test('is its own re-render while the answer is under way', () => {
    const story = hit(page().fallsBack('save')).answers(200, answer)
    expect(story.row('search').verdict.render).toBe('local')
    expect(story.row('save').times.applied).toBeUndefined()
  })

  test('is its own re-render right after the answer', () => {
    const story = hit(page().fallsBack('save').answers(200, answer))
    expect(story.row('search').verdict.render).toBe('local')
  })

  test('is its own re-render though nobody saw who asked, in a runtime that marks where it begins', () => {
    const warm = () => page().live().event('a', 1).patch(1, { ref: 1 }).marks('apply-start').dom(1).done()
    const own = (story: Page) => story.elsewhere().marks('apply-start').marks('apply-end').marks('render-end')
    const again = (story: Page) => story.elsewhere().marks('apply-end').marks('render-end')
    const before = own(again(warm().fallsBack('save')).answers(200, answer))
    const after = again(own(warm().fallsBack('save').answers(200, answer)))
    for (const story of [before, after]) {
      expect(story.row('(cached)').verdict.render).toBe('local')
      expect(story.row('save').times.applied).toBeDefined()
    }
  })

  test('leaves the answer its own marks, which begin with the beginning', () => {
    const story = page().fallsBack('save').answers(200, answer).dispatches('search').elsewhere()
    story.marks('apply-start').marks('apply-end').marks('render-end')
    expect(story.row('save').times.applied).toBeDefined()
    expect(story.row('search').verdict.render).not.toBe('local')
  })
})
