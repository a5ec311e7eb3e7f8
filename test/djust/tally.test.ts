/** The tally must notice whatever is lost, invented, changed or counted twice. */
import { describe, expect, test } from 'vitest'
import { createLog, fold } from '../../src/core/log.ts'
import type { Body } from '../../src/protocol/facts.ts'
import { page } from '../language/page.ts'
import type { Captured } from './capture-proxy.ts'
import { tally } from './tally.ts'

const story = () =>
  page().live().event('a', 1).patch(1, { ref: 1 }).calls('search', { q: 'x' }).answers(200, { result: [] })

const contentOf = ({ encoding, text }: Body) =>
  encoding ? { hex: Buffer.from(text, 'base64').toString('hex') } : { text }

/** What a wire would have carried for the facts of a story. */
function wireOf(facts: ReturnType<typeof story>['facts']): Captured[] {
  return facts.flatMap((fact): Captured[] => {
    const at = (way: Captured['way'], over: Captured['over'], channel: number) =>
      'body' in fact
        ? [{ way, over, channel, url: '/', at: 0, bytes: fact.body.bytes, ...contentOf(fact.body) }]
        : []
    if (fact.type === 'frame-out') return at('up', 'ws', fact.connection)
    if (fact.type === 'frame-in') return at('down', 'ws', fact.connection)
    if (fact.type === 'request') return at('up', 'http', 100 + fact.request)
    if (fact.type === 'response') return at('down', 'http', 100 + fact.request)
    return []
  })
}

test('a log that holds all of it has no differences', () => {
  const { facts, log } = story()
  expect(tally(wireOf(facts), log)).toEqual({
    messages: 7,
    unheard: 0,
    unsent: [],
    bare: [],
    differences: [],
  })
})

describe('it notices', () => {
  test('a frame that the log lacks', () => {
    const { facts } = story()
    const { log } = page().live().calls('search', { q: 'x' }).answers(200, { result: [] })
    expect(tally(wireOf(facts), log).differences).toHaveLength(2)
  })

  test('a frame that was never on the wire', () => {
    const { facts, log } = story()
    const wire = wireOf(facts).filter(({ text }) => !text?.includes('"a"'))
    expect(tally(wire, log).differences.join()).toContain('invented')
  })

  test('two frames in the other order', () => {
    const { facts, log } = story()
    const wire = wireOf(facts)
    const up = wire.filter(({ over, way }) => over === 'ws' && way === 'up')
    const swapped = [...wire.filter((each) => !up.includes(each)), ...up.toReversed()]
    expect(tally(swapped, log).differences).not.toEqual([])
  })

  test('one byte that differs', () => {
    const { facts, log } = story()
    const wire = wireOf(facts).map((each) => ({
      ...each,
      text: each.text?.replace('"q":"x"', '"q":"y"') ?? '',
    }))
    expect(tally(wire, log).differences).toHaveLength(2)
  })

  test('one bit of a binary frame', () => {
    const { facts, log } = page().live().sendsBytes([1, 2, 3])
    const wire = wireOf(facts)
    expect(tally(wire, log).differences).toEqual([])
    const flipped = wire.map((each) => (each.hex ? { ...each, hex: '010202' } : each))
    expect(tally(flipped, log).differences).toHaveLength(2)
  })

  test('what is asked on a page that is leaving and never sent is told apart from what is invented', () => {
    const asking = () => page().live().event('a', 1).fallsBack('late')
    const wire = wireOf(asking().facts).filter(({ over }) => over === 'ws')
    expect(tally(wire, asking().leaves().log)).toMatchObject({
      unsent: [expect.any(String)],
      differences: [],
    })
    expect(tally(wire, asking().log)).toMatchObject({ unsent: [], differences: [expect.anything()] })
    const sending = () => page().live().event('a', 1).event('late', 2)
    const cut = wireOf(sending().facts).slice(0, -1)
    expect(tally(cut, sending().leaves().log)).toMatchObject({
      unsent: [expect.any(String)],
      differences: [],
    })
    expect(tally(cut, sending().log).differences).toHaveLength(2)
  })

  test('what had to wait behind six others and was never sent is told apart, too, and only that', () => {
    const asking = (others: number) => {
      const on = page().live()
      for (let other = 0; other < others; other++) on.calls(`other${other}`)
      return on.calls('waiting').at(60_000).leaves()
    }
    const without = (on: ReturnType<typeof asking>) =>
      wireOf(on.facts).filter(({ over, channel }) => over === 'ws' || channel !== Math.max(...channelsIn(on)))
    const channelsIn = (on: ReturnType<typeof asking>) => wireOf(on.facts).map(({ channel }) => channel)
    expect(tally(without(asking(6)), asking(6).log)).toMatchObject({
      unsent: [expect.any(String)],
      differences: [],
    })
    expect(tally(without(asking(5)), asking(5).log).differences).toHaveLength(1)
    const driver = [1_000_000 + (asking(6).facts.at(-1)?.at ?? 0) - 1]
    expect(tally(without(asking(6)), asking(6).log, { driver, documents: [] }).differences).toHaveLength(1)
  })

  test('a row that stands for no message', () => {
    const { log, facts } = page().live().dispatches('ghost').dispatchSettles('settled')
    expect(tally(wireOf(facts), log).bare).toEqual(['dispatch ghost'])
  })

  test('and passes an event stream that connected again, which is one and the same to its page', () => {
    const { log, facts } = page().streams().hears({ type: 'noop' }).hears({ type: 'pong' })
    const bodies = facts.flatMap((fact) => ('body' in fact ? [fact.body] : []))
    const wire = bodies.map(({ text, bytes }, at): Captured => {
      return { way: 'down', over: 'sse', channel: at, url: '/djust/sse/u1/', text, bytes, at: 0 }
    })
    expect(tally(wire, log).differences).toEqual([])
  })

  test('and passes what a placeholder stands for', () => {
    const hidden = page().calls('login', { password: '‹password#1›' }).answers(200, {})
    const wire = wireOf(hidden.facts).map((each) => ({
      ...each,
      text: each.text?.replace('‹password#1›', 'pw') ?? '',
    }))
    expect(tally(wire, hidden.log).differences).toEqual([])
    for (const all of ['{"params":{"password":{"a":1}}}', '{"params":{"password":""}}'])
      expect(
        tally([{ ...(wire[0] as Captured), text: all }, ...wire.slice(1)], hidden.log).differences,
      ).toHaveLength(2)
  })
})

describe('a message that came while the page was leaving', () => {
  const left = () => story().leaves()
  const late = (log: ReturnType<typeof left>, after: number): Captured[] => {
    const text = '{"type":"pong"}'
    const leave = 1_000_000 + (log.facts.at(-1)?.at ?? 0)
    const late = { way: 'down', over: 'ws', channel: 1, url: '/', text, bytes: text.length } as const
    return [...wireOf(log.facts), { ...late, at: leave + after }]
  }

  test('is nobody’s', () => {
    expect(tally(late(left(), -100), left().log)).toMatchObject({ unheard: 1, differences: [] })
  })

  test('is nobody’s on a channel of which the page never heard, and missing there when the driver made it leave', () => {
    const wire = (log: ReturnType<typeof left>) =>
      late(log, -100).map((each) => (each.text === '{"type":"pong"}' ? { ...each, channel: 77 } : each))
    expect(tally(wire(left()), left().log)).toMatchObject({ unheard: 1, differences: [] })
    const { facts } = left()
    const driver = [1_000_000 + (facts.at(-1)?.at ?? 0) - 1]
    expect(tally(wire(left()), left().log, { driver, documents: [] }).differences).toHaveLength(1)
  })

  test('is missing when it came well before', () => {
    expect(tally(late(left(), -1001), left().log).differences).toHaveLength(2)
  })

  test('is nobody’s where nothing was heard after it, also when the browser took its time to ask for the next document', () => {
    const slow = () => story().at(9_000).leaves()
    expect(tally(late(slow(), -3_000), slow().log)).toMatchObject({ unheard: 1, differences: [] })
    const [own, next] = [999_999, 1_006_000]
    const asked = { driver: [], documents: [own, next] }
    expect(tally(late(slow(), -7_000), slow().log, asked)).toMatchObject({ unheard: 1, differences: [] })
    expect(tally(late(slow(), -7_000), slow().log).differences).toHaveLength(2)
    const heard = () => story().at(8_000).hears({ type: 'noop' }).at(9_000).leaves()
    expect(tally(late(heard(), -3_000), heard().log).differences).toHaveLength(2)
  })

  test('is missing when the driver made the page leave, for it has waited until all was there', () => {
    const { log, facts } = left()
    const leave = 1_000_000 + (facts.at(-1)?.at ?? 0)
    expect(tally(late(left(), -100), log, { driver: [leave - 1], documents: [] }).differences).toHaveLength(2)
    expect(
      tally(late(left(), -100), log, { driver: [999_999, leave + 1], documents: [] }).differences,
    ).toEqual([])
  })

  test('is nobody’s beside another page that asked the same and was not answered', () => {
    const asking = (doc: string, origin: number) => page(doc, { origin }).fallsBack('x').at(100).leaves()
    const [one, other] = [asking('one', 1_000_000), asking('other', 1_060_000)]
    const asked = (channel: number, at: number): Captured => {
      return { ...(wireOf(one.facts)[0] as Captured), channel, at }
    }
    const answered: Captured = { ...asked(101, 1_000_050), way: 'down', bytes: 2, text: '{}' }
    const wire = [asked(102, 1_060_001), asked(101, 1_000_001), answered]
    const log = fold(createLog(), [...one.sightings, ...other.sightings])
    expect(tally(wire, log)).toMatchObject({ unheard: 1, differences: [] })
  })

  test('is missing when another comes after it that was heard', () => {
    const wire = late(left(), 0)
    const [last] = wire.splice(-1)
    const first = wire.findIndex(({ way, over }) => way === 'down' && over === 'ws')
    wire.splice(first, 0, last as Captured)
    expect(tally(wire, left().log).differences).toHaveLength(2)
  })
})
