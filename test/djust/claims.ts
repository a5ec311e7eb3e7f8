/** What every row must say beside its telling, whatever the entry: who asked, how surely it is known, and times that can be. */
import type { Exchange, Times } from '../../src/core/exchange.ts'
import { nextRenderAfter } from '../../src/core/next-render.ts'
import type { ExpectedRow } from './entries.ts'
import type { Run } from './runs.ts'

/** A sentence for each row that says otherwise; `told` are the tellings that race, of which any may hold. */
export function findFalseClaims(
  run: Pick<Run, 'do'>,
  told: readonly (readonly ExpectedRow[])[],
  rows: readonly Exchange[],
): string[] {
  const found = told.map((telling) => findIn(telling, run, rows))
  return found.sort((one, other) => one.length - other.length)[0] ?? []
}

function findIn(telling: readonly ExpectedRow[], run: Pick<Run, 'do'>, rows: readonly Exchange[]): string[] {
  const isSame = (one: Pick<Exchange, 'kind' | 'name'>) => (other: Pick<Exchange, 'kind' | 'name'>) =>
    one.kind === other.kind && one.name === other.name
  // The runtime's own traffic is told, and not held to more.
  return rows.flatMap((row) => {
    if (row.kind === 'system') return []
    // Several of one name come in the order in which the entry lists them, but for those of which there are any number.
    const alike = telling.filter(isSame(row))
    const expected =
      alike.find(({ times }) => times !== undefined) ??
      alike[rows.filter(isSame(row)).indexOf(row)] ??
      alike[0]
    const claims = [
      ...(isAsked(row) ? falseAsking(row, expected, run, rows) : []),
      falseTimes(row.times, row),
      falsePatches(row),
      // A page that goes elsewhere takes the focus and the scroll with it.
      row.kind === 'navigation' ? undefined : falseCollateral(row, expected),
    ]
    return claims.flatMap((says) => (says ? [`${row.kind} ${row.name}: ${says}`] : []))
  })
}

const isAsked = ({ kind }: Exchange) => kind === 'call' || kind === 'dispatch'

/** What only rows that somebody asked for say. */
function falseAsking(
  row: Exchange,
  expected: ExpectedRow | undefined,
  run: Pick<Run, 'do'>,
  rows: readonly Exchange[],
) {
  return [
    falseTrigger(row, expected?.trigger, run),
    falseEvent(row, expected?.userEvent, run),
    falseCertainty(row),
    falseNext(row, expected, rows),
  ]
}

/** Steps that are done to nothing, or that leave no trace of a user. */
const NOBODY: ReadonlySet<string> = new Set(['pause', 'back', 'scroll-end'])

/** Who asked is among what was touched, unless the entry says who; an empty text says that nobody did: what is told is at most a guess. */
function falseTrigger({ trigger }: Exchange, wanted: string | undefined, { do: steps }: Pick<Run, 'do'>) {
  const who = trigger?.element
  if (wanted !== undefined) {
    const holds = wanted === '' ? !trigger || trigger.certainty === 'recent' : who?.includes(wanted)
    return holds ? undefined : `asked by ${who ?? 'nobody'}, wanted ${wanted || 'nobody'}`
  }
  const touched = steps.flatMap(([kind, where]) =>
    NOBODY.has(kind) ? [] : [kind === 'key' ? 'body' : where],
  )
  if (touched.some((selector) => who?.includes(String(selector)))) return undefined
  return `asked by ${who ?? 'nobody'}, touched was ${touched.join(', ') || 'nothing'}`
}

/** What a person's hand does is what the page hears, unless the entry says what. */
const HEARD: Readonly<Record<string, string>> = {
  click: 'click',
  'script-click': 'click',
  fill: 'input',
  type: 'input',
  press: 'keydown',
  key: 'keydown',
  select: 'change',
  upload: 'change',
  focus: 'focusin',
}

function falseEvent({ trigger }: Exchange, wanted: string | undefined, { do: steps }: Pick<Run, 'do'>) {
  if (!trigger) return undefined
  const heard = wanted === undefined ? steps.flatMap(([kind]) => HEARD[kind] ?? []) : [wanted]
  if (heard.includes(trigger.event)) return undefined
  return `on “${trigger.event}”, wanted ${heard.join(' or ') || 'none'}`
}

/** A call is answered by its own response, a ref by whoever carries it; over SSE names and order are all there is. */
function falseCertainty({ kind, ref, transport, verdict, later, answers }: Exchange) {
  // A second phase carries no ref, so a name is all that ties it to its event; and what was never answered has nothing to prove.
  if (later || answers.length === 0) return undefined
  // The newer lines put it into every answer, the older ones not into that of an embedded view.
  const isCarried = ref !== undefined && answers.some(({ text }) => read(text).ref === ref)
  const isProved = kind === 'call' || transport === 'none' || transport === 'http' || isCarried
  const wanted = isProved ? 'proved' : 'inferred'
  return verdict.certainty === wanted ? undefined : `${verdict.certainty}, wanted ${wanted}`
}

const ORDER = ['queued', 'sent', 'received', 'applying', 'applied', 'painted'] as const

function falseTimes(times: Times, { verdict: { render }, answers, name }: Exchange) {
  const seen = ORDER.flatMap((phase) => times[phase] ?? [])
  if (seen.some((at, index) => at < (seen[index - 1] ?? 0)))
    return `times run backwards: ${JSON.stringify(times)}`
  // What the server had rendered already is mounted without anything to see.
  const isRender = render === 'patched' || (render === 'replaced' && name !== 'mount')
  if (isRender && times.applied === undefined) return 'nobody saw when it was applied'
  if (answers.length > 0 && times.received === undefined) return 'an answer came, and nobody saw when'
  if (render === 'none' && times.applied !== undefined) return 'nothing was rendered, and yet it was applied'
  return undefined
}

/** Counted once more, in the answers themselves. */
function falsePatches({ answers, patches }: Exchange) {
  const counted = answers.reduce((sum, { text }) => sum + patchesIn(text), 0)
  return counted === patches ? undefined : `${patches} patches, the answers hold ${counted}`
}

function patchesIn(text: string): number {
  const { patches } = read(text)
  return Array.isArray(patches) ? patches.length : 0
}

function read(text: string): { ref?: unknown; patches?: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** What nobody measured is a gap only where something must have been lost. */
function falseCollateral({ collateral = {} }: Exchange, expected: ExpectedRow | undefined) {
  const lost = Object.keys(collateral)
  const wanted = expected?.collateral ?? []
  const may = expected?.mayTake ?? []
  const isTold = wanted.every((part) => lost.includes(part))
  if (isTold && lost.every((part) => wanted.includes(part) || may.includes(part))) return undefined
  return `took ${lost.join(', ') || 'nothing'} from the person, wanted ${wanted.join(', ') || 'nothing'}`
}

/** What re-rendered next is what the entry says; of many that look alike the one before is no other. */
function falseNext(row: Exchange, expected: ExpectedRow | undefined, rows: readonly Exchange[]) {
  if (expected?.times !== undefined) return undefined
  const next = nextRenderAfter(rows, row)?.row
  const found = next ? `${next.kind} ${next.name}` : 'nothing'
  const wanted = expected?.next ?? 'nothing'
  return found === wanted ? undefined : `next re-rendered ${found}, wanted ${wanted}`
}
