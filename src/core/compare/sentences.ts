/** Says what was found, in words a reviewer understands without having seen the recordings. */
import { capital } from '../capital.ts'
import type { Kind } from '../exchange.ts'
import { formatTimes } from '../numbers.ts'
import { quote } from '../quote.ts'
import type { ClassFinding, Finding, NumberFinding, Seen, Undecided, Unsaid } from './finding.ts'
import type { GroupName } from './group.ts'
import { FEWEST } from './lines.ts'
import type { Estimate } from './location.ts'
import { gestureWords } from './trigger-words.ts'

export function say(finding: Unsaid<Finding | Undecided>): string {
  if (finding.type === 'class') return classSentence(finding)
  return finding.type === 'number' ? numberSentence(finding) : undecidedSentence(finding)
}

/** `add_tag (clicking li.option)`. */
export function groupWords({ name, trigger }: GroupName): string {
  return quote(name) + (trigger ? ` (${quote(gestureWords(trigger))})` : '')
}

const KIND: Record<Kind, string> = {
  call: 'a call of the server function',
  dispatch: 'a dispatch to the event handler',
  push: 'a push of',
  navigation: 'a navigation by',
  system: "the runtime's own",
}

function classSentence(finding: Unsaid<ClassFinding>): string {
  const { kind, group, was = group, before, after, by } = finding
  const what = groupWords(group)
  const chance = by === 'every' ? '' : ` More than chance explains (p = ${figure(by.p)}).`
  const seen = `before ${seenWords(before)}, now ${seenWords(after)}`
  switch (kind) {
    case 'kind-changed': {
      const trigger = group.trigger ?? was.trigger
      const who = trigger ? capital(quote(gestureWords(trigger))) : 'The page'
      return `${who} made ${KIND[was.kind]} ${quote(was.name)}; now it makes ${KIND[group.kind]} ${quote(group.name)}.`
    }
    case 'rerender-appeared':
      return `${what} re-renders the page now, and did not before: ${seen}.${chance}`
    case 'rerender-vanished':
      return `${what} no longer re-renders the page: ${seen}.${chance}`
    case 'render-changed':
      return `${what} re-renders in another way: ${seen}.${chance}`
    case 'count-changed':
      return `${what} is asked for another number of times per event of the user: before ${countWords(before)}, now ${countWords(after)}.${chance}`
    case 'pause-vanished':
      return `${what} is asked at once now, and waited for a pause before: ${seen}.${chance}`
    case 'pause-appeared':
      return `${what} waits for a pause now, and was asked at once before: ${seen}.${chance}`
    case 'times-changed':
      return `${what} is asked ${formatTimes(after.n)} now, and was asked ${formatTimes(before.n)} before, by the same actions.`
    case 'transport-changed':
      return `${what} goes over another transport: ${seen}.${chance}`
    case 'error-appeared':
      return `${what} fails now, and did not before: ${seen}.${chance}`
    case 'error-vanished':
      return `${what} no longer fails: ${seen}.${chance}`
    case 'error-changed':
      return `${what} fails in another way: ${seen}.${chance}`
    case 'push-appeared':
      return `The server now pushes ${what}, ${formatTimes(after.n)}, and never did before.`
    case 'push-vanished':
      return `The server no longer pushes ${what}: before ${formatTimes(before.n)}.`
    case 'group-appeared':
      return `${what} is new: ${KIND[group.kind]} that was never made before, now ${formatTimes(after.n)}.`
    case 'group-vanished':
      return `${what} is gone: ${KIND[group.kind]} that was made ${formatTimes(before.n)} before, and never now.`
  }
}

const MEASURE: Record<NumberFinding['kind'], string> = {
  server: "the server's own time",
  'server + network': 'the time of server + network',
  queued: 'the time queued in the page',
  held: 'the time held back by the client',
  applied: 'the time to apply the answer',
  painted: 'the time until it is painted',
  sent: 'bytes sent',
  received: 'bytes received',
  patches: 'the number of patches',
  nodes: 'the number of nodes touched',
}

function numberSentence({ kind, group, unit, before, after, shift, p }: Unsaid<NumberFinding>): string {
  const what = `${groupWords(group)}: ${MEASURE[kind]}`
  const sizes = `${before.n} and ${after.n} rows, p = ${figure(p)}`
  const medians = `median ${amount(before.median.value, unit)} before, ${amount(after.median.value, unit)} now`
  if (shift.value === 0)
    return `${what} spreads differently: ${medians}; p95 ${amount(before.p95, unit)} before, ${amount(after.p95, unit)} now (${sizes}).`
  const grew = shift.value > 0 ? 'grew' : 'fell'
  return `${what} ${grew} by ${amount(Math.abs(shift.value), unit)} (99 % interval ${interval(shift)}): ${medians} (${sizes}).`
}

function undecidedSentence({ kind, group, before, after }: Unsaid<Undecided>): string {
  const what = groupWords(group)
  if (kind === 'few')
    return `${what}: not enough data to compare all its numbers; of ${before} and ${after} rows some are too few to show any change (at least ${FEWEST} on each side are needed).`
  if (kind === 'seldom')
    return `${what}: ${formatTimes(before)} before and ${formatTimes(after)} now, not enough data to tell a change from two logs that did different things.`
  if (kind === 'times')
    return `${what}: asked ${formatTimes(before)} before and ${formatTimes(after)} now, out of proportion to all else that was asked. A log does not hold keys and clicks that asked nothing, so it is a change only if both logs did the same.`
  return `${what}: did not always do the same, ${before} times seen before and ${after} now; not enough data to tell a change from chance.`
}

function seenWords({ n, values }: Seen): string {
  return values.map(([value, count]) => `${quote(value)} in ${count} of ${n}`).join(' and ')
}

function countWords({ n, values }: Seen): string {
  const [only] = values
  if (only && values.length === 1) return `${only[0]} in each of ${n}`
  return values.map(([value, count]) => `${value} in ${count} of ${n}`).join(', ')
}

function interval({ value, low, high }: Estimate): string {
  const [from, to] = value < 0 ? [-high, -low] : [low, high]
  return `${figure(from)} to ${figure(to)}`
}

function amount(value: number, unit: NumberFinding['unit']): string {
  return unit === 'count' ? figure(value) : `${figure(value)} ${unit === 'ms' ? 'ms' : 'B'}`
}

/** Three digits say as much as such a number knows. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
}
