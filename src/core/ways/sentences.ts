/** Why the two sides cost what they cost: sentences that follow from the figures and from nothing else. */
import { formatBytes, formatMany, formatPreciseMs, formatTimes } from '../numbers.ts'
import { areAlike } from './alike.ts'
import type { Cost, Harm } from './cost.ts'

export interface Explanation {
  about: 'asked' | 'pace' | 're-render' | 'harm' | 'bytes' | 'time' | 'mount' | 'late' | 'choice'
  says: string
}

/** In the order in which a person would ask. Nothing is said of what was not measured but that it was not. */
export function explain(handler: Cost, called: Cost): Explanation[] {
  const said: [Explanation['about'], string][] = [
    ['asked', asked(handler, called)],
    ['pace', pace(handler, called)],
    ['re-render', rerendered(handler, called)],
    ['harm', harmed(handler)],
    ['bytes', bytes(handler, called)],
    ['time', timed(handler, called)],
    ['mount', mounted(handler, called)],
    ['late', late(handler, called)],
    ['choice', choice(handler, called)],
  ]
  return said.flatMap(([about, says]) => (says ? [{ about, says }] : []))
}

const messagesOf = ({ calls, dispatches }: Cost) => calls + dispatches

function asked(handler: Cost, called: Cost): string {
  const [left, right] = [messagesOf(handler), messagesOf(called)]
  const broken = [handler, called].map(({ failed, pending }) => failed + pending)
  const trouble =
    broken[0] || broken[1]
      ? ' Not everything was answered, so the figures compare less than they seem to.'
      : ''
  if (left === right)
    return `Both sides asked the server ${formatTimes(left)}: the handler by ${formatMany(left, 'event', 'events')}, the function by ${formatMany(right, 'call', 'calls')}.${trouble}`
  return `The handler’s side asked the server ${formatTimes(left)}, the function’s side ${formatTimes(right)}.${trouble}`
}

/** ms that a key may come later on one side before the sides were not asked alike: a third of their debounce. */
const UNEVEN = 50

function pace({ keys }: Cost, { keys: others }: Cost): string {
  const apart = Math.max(0, ...keys.map((key, place) => Math.abs(key - (others[place] ?? key))))
  return apart <= UNEVEN
    ? ''
    : `This machine was busy: a key came up to ${formatPreciseMs(apart)} later on one side than on the other, so the sides were not asked alike. Play it again.`
}

function rerendered(handler: Cost, called: Cost): string {
  const left =
    handler.rerenders === 0
      ? 'The event handler re-rendered nothing'
      : `The event handler re-rendered its view ${formatTimes(handler.rerenders)}, with ${formatMany(handler.patches, 'patch', 'patches')}${
          handler.nodes === undefined ? '' : ` that touched ${formatMany(handler.nodes, 'node', 'nodes')}`
        }`
  const right =
    called.rerenders === 0
      ? 'the calls re-rendered nothing, and the page drew the list by itself'
      : `the side of the calls was re-rendered ${formatTimes(called.rerenders)}, too`
  return `${left}; ${right}.`
}

const HARMS: readonly [keyof Omit<Harm, 'measured'>, string][] = [
  ['focus', 'took the focus'],
  ['caret', 'moved the caret'],
  ['composition', 'broke off a composition'],
  ['text', 'overwrote what was typed'],
]

function harmed({ harm, rerenders, missed, typed, found }: Cost): string {
  if (rerenders === 0) return ''
  const done = harm
    ? HARMS.filter(([part]) => harm[part] > 0).map(([part, says]) => `${says} ${formatTimes(harm[part])}`)
    : []
  const lost =
    missed === 0
      ? ''
      : ` ${formatMany(missed, 'key', 'keys')} went nowhere: “${typed}” was typed, and the field holds “${found}”.`
  if (done.length > 0) return `Its re-renders ${listOf(done)}.${lost}`
  if (lost) return `Nobody saw what took the focus, but it was gone.${lost}`
  if (typed !== found) return `“${typed}” was typed, and the field holds “${found}”.`
  if (!harm) return 'What its re-renders did to focus and caret was not measured.'
  return harm.measured < rerenders
    ? `The handler did no harm in the ${harm.measured} of ${rerenders} re-renders that were measured.`
    : 'The handler did no harm: focus, caret and text stayed where they were. djust sends only what differs, and the field did not.'
}

function bytes(handler: Cost, called: Cost): string {
  const [left, right] = [handler.sent + handler.received, called.sent + called.received]
  if (left === 0 || right === 0) return ''
  const figures = `${formatBytes(left)} with the handler, ${formatBytes(right)} with the calls`
  if (areAlike(left, right)) return `Both moved about as many bytes: ${figures}.`
  const times = Math.max(left, right) / Math.min(left, right)
  const why =
    left > right
      ? 'Patches say what the nodes shall be, an answer only the data.'
      : 'Here the patches were smaller than the whole answer: what stayed in the list was not sent again.'
  return `${left > right ? 'The handler' : 'The function'} moved ${times.toFixed(1)} times as many bytes: ${figures}. ${why}`
}

function timed({ time: left }: Cost, { time: right }: Cost): string {
  if (!left || !right) return ''
  const few = left.n < 5 || right.n < 5 ? ' These are few: type more before you trust them.' : ''
  return `Half of the events were in the page within ${formatPreciseMs(left.p50)}; half of the calls were answered within ${formatPreciseMs(right.p50)}, and what the page drew of them comes on top.${few}`
}

function mounted(handler: Cost, { calls, mounts: { count, ms }, server }: Cost): string {
  if (calls === 0 || count === 0) return ''
  const share =
    ms === undefined
      ? ''
      : `, which took ${formatPreciseMs(ms)}${server === undefined ? '' : ` of the ${formatPreciseMs(server)} that the server spent on them`}`
  const other =
    handler.dispatches > 0 ? ' The handler’s view was mounted once, before the first key, and is kept.' : ''
  return `Each call mounted a fresh view first: ${formatTimes(count)}${share}.${other} Whatever your mount asks of the database is asked with every call.`
}

function late(handler: Cost, called: Cost): string {
  const sides: [Cost, string][] = [
    [handler, 'the handler'],
    [called, 'the calls'],
  ]
  const said = sides.flatMap(([{ stale, staleShown }, whose]) => {
    if (stale === 0 && staleShown === 0) return []
    return [
      `${formatMany(stale, 'answer', 'answers')} to ${whose} came after a newer one; ${shownOf(stale, staleShown)}.`,
    ]
  })
  return said.join(' ')
}

function shownOf(stale: number, staleShown: number): string {
  if (staleShown === 0) return 'the page dropped what came late'
  const what = staleShown >= stale ? 'what came late' : `${staleShown} of them`
  return `the list showed ${what}, and was wrong until the next`
}

/** What follows for a page like this one, and only as far as it was seen. */
function choice(handler: Cost, called: Cost): string {
  if (messagesOf(handler) === 0 || messagesOf(called) === 0) return ''
  const needs = [
    isHarmed(handler)
      ? 'As this view is written, typing in it needs a call, or a template that leaves the field alone.'
      : '',
    called.staleShown > 0
      ? 'A call needs a page that drops late answers; a view answers its events one after the other.'
      : '',
  ].filter(Boolean)
  if (needs.length > 0) return needs.join(' ')
  if (handler.rerenders === 0) return ''
  return 'Nothing here was in the way of typing, so choose by what the data is: part of the page, then a handler; beside it, then a call.'
}

/** Whether the re-renders were in the way of typing. */
export function isHarmed({ harm, missed, typed, found }: Cost): boolean {
  return missed > 0 || typed !== found || (harm ? HARMS.some(([part]) => harm[part] > 0) : false)
}

function listOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
}
