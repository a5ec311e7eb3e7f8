/** Stamps facts, keeps them in the ring, and posts them in letters while somebody listens. */
import { PROTOCOL_VERSION } from '../../protocol/channel.ts'
import type { Caps } from '../../protocol/commands.ts'
import type { Hello } from '../../protocol/envelope.ts'
import type { FactOf, Report } from '../../protocol/facts.ts'
import type { PageLine } from './page-line.ts'
import { assign, bare, each, exec, max, ownKeys, parse, quietly } from './pristine.ts'
import { createRing } from './ring.ts'
import { serialise } from './serialise.ts'

/** The caps in force; a panel may change them. */
type Limits = { -readonly [cap in keyof Caps]: number }

/** What came as JSON, and may be anything. */
type Members = Record<string, unknown>

/** Letters stay below this many code units where single facts allow it, so that no hop has to copy megabytes at once. */
const LETTER = 512_000

/** What is told of pages without djust too. */
const everywhere = /^(?:document|leave|return)$/

interface OutboxDeps {
  line: PageLine
  /** Random, so that no two documents share it. */
  doc: string
  caps: Limits
  /** Who is calling, redacted. */
  asking(): string
  /** What a name that a person wants hidden is added to. */
  names: object
  about(): Pick<Hello, 'url' | 'top' | 'origin'>
  /** Milliseconds on the document's clock. */
  now(): number
  /** Runs work in a task of its own. */
  later(work: () => void): void
  /** Called before facts are posted, to renew what `document.open()` may have stripped. */
  renew(): void
  /** Lets the shaker, if there is one, do this from now on; or nothing. */
  lend(shake?: unknown): void
  /** The page is going: store what is still to be said. */
  leave(kept: boolean): void
}

/**
 * Stamps and keeps a fact; `at` when it happened before now. Answers its seq, or nothing while recording is off. Never throws.
 * The one door through which taps speak.
 */
export type Reporter = (fact: Draft, at?: number) => number | undefined

type Draft = Drafted<Report>
/** A fact whose optional members may be undefined: what is undefined is not written. */
type Drafted<T> = T extends object
  ? {
      [K in keyof T]: undefined extends Partial<T>[K]
        ? Drafted<T[K]> | (object extends Pick<T, K> ? undefined : never)
        : T[K]
    }
  : T

export function createOutbox(deps: OutboxDeps): Reporter {
  const { line, doc, caps } = deps
  const ring = createRing(caps)
  let recording = true
  let sighted = false
  let acknowledged = -1
  /** The last seq posted to whoever listens now; nothing is posted on its own before they asked where to begin. */
  let posted: number | undefined
  let waiting = false

  function store(fact: Draft, at = deps.now()): number {
    const seq = ring.tail
    const stack = caps.stacks && 'trigger' in fact ? deps.asking() : undefined
    ring.keep(serialise({ seq, at, ...fact, stack }), at)
    if (posted !== undefined && !waiting) {
      waiting = true
      deps.later(flush)
    }
    return seq
  }

  const report: Reporter = (fact, at) =>
    quietly(() => {
      if (!recording) return undefined
      const seq = store(fact, at)
      if (!sighted && !exec(everywhere, fact.type)) {
        sighted = true
        line.sighted()
      }
      return seq
    })

  function flush() {
    waiting = false
    deps.renew()
    if (posted !== undefined) posted = post(posted)
  }

  /** Posts everything held with a seq above `after`; answers the last seq there is. */
  function post(after: number): number {
    const { head: oldest, tail: next } = ring
    let facts = ''
    const seal = () => {
      if (facts) line.post(`{"v":${PROTOCOL_VERSION},"kind":"facts","doc":"${doc}","facts":[${facts}]}`)
      facts = ''
    }
    const from = after + 1
    // It takes the place of the last fact that it tells of: that seq is gone from here for good, so nobody can ever receive
    // two facts under one (doc, seq), and a reader's "since" goes on from it.
    if (from < oldest)
      facts = serialise({ seq: oldest - 1, at: ring.droppedAt, type: 'lost', from, to: oldest - 1 })
    for (let seq = max(from, oldest); seq < next; seq++) {
      const fact = ring.textOf(seq)
      if (facts.length + fact.length > LETTER) seal()
      facts += facts && ','
      facts += fact
    }
    seal()
    return next - 1
  }

  function hello() {
    const { head: oldest, tail: next } = ring
    const about = deps.about()
    const said: Hello = {
      v: PROTOCOL_VERSION,
      kind: 'hello',
      doc,
      ...about,
      oldest,
      next,
      sighted,
      recording,
    }
    line.post(serialise(said))
  }

  /** Commands that cannot be read, are for another document, or are of a later version, are ignored. */
  function obey(letter: string) {
    // What a letter lacks must not be looked up in the page's `Object.prototype`.
    const sealed = bare(parse(letter) as { doc?: unknown; command: Members })
    if ((sealed.doc ?? doc) !== doc) return
    const { type, on, after, through = after, names, shake, caps: wanted } = bare(sealed.command)
    const seq = typeof through === 'number' ? through : -2
    if (type === 'replay' && seq > -2) posted = post(seq)
    if (type === 'acknowledge') acknowledged = max(acknowledged, seq)
    if (type === 'record' && typeof on === 'boolean' && on !== recording) {
      recording = on
      store({ type: 'recording', on })
    }
    // Only `secret-names` has any.
    assign(deps.names, names)
    if (type === 'caps') restrict(bare(wanted as Members))
    if (type === 'shake') deps.lend(shake)
  }

  function restrict(wanted: Members) {
    each(ownKeys(caps) as (keyof Caps)[], (name) => {
      const cap = wanted[name]
      if (typeof cap === 'number' && cap >= 0) caps[name] = cap
    })
    ring.trim()
  }

  line.listen({
    command: (letter) => quietly(obey, letter),
    joined() {
      posted = undefined
      quietly(hello)
    },
    measured: (fact) => report(parse(fact) as FactOf<'collateral'>),
    parted() {
      posted = undefined
      deps.lend()
    },
    leaving: (how) =>
      quietly(() => {
        deps.leave(how === 'kept')
        post(acknowledged)
      }),
  })
  return report
}
