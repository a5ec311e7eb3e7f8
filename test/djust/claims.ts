/** What every row must say beside its telling, whatever the entry: who asked, how surely it is known, and times that can be. */
import type { Exchange, Times } from '../../src/core/exchange.ts'
import type { ExpectedRow } from './entries.ts'
import type { Run } from './runs.ts'

/** A sentence for each row that says otherwise; `telling` is the one that holds. */
export function findFalseClaims(
  run: Pick<Run, 'do'>,
  telling: readonly ExpectedRow[],
  rows: readonly Exchange[],
): string[] {
  const asked = rows.filter(({ kind }) => kind === 'call' || kind === 'dispatch')
  return asked.flatMap((row) => {
    const expected = telling.find(({ kind, name }) => kind === row.kind && name === row.name)
    const claims = [
      falseTrigger(row, expected?.trigger, run),
      falseCertainty(row),
      falseTimes(row.times, row),
    ]
    return claims.flatMap((says) => (says ? [`${row.kind} ${row.name}: ${says}`] : []))
  })
}

/** Steps that are done to nothing, or that leave no trace of a user. */
const NOBODY: ReadonlySet<string> = new Set(['pause', 'back', 'scroll-end'])

/** Who asked is among what was touched, unless the entry says who; an empty text says that nobody did. */
function falseTrigger({ trigger }: Exchange, wanted: string | undefined, { do: steps }: Pick<Run, 'do'>) {
  const who = trigger?.element
  if (wanted !== undefined) {
    const holds = wanted === '' ? who === undefined : who?.includes(wanted)
    return holds ? undefined : `asked by ${who ?? 'nobody'}, wanted ${wanted || 'nobody'}`
  }
  const touched = steps.flatMap(([kind, where]) =>
    NOBODY.has(kind) ? [] : [kind === 'key' ? 'body' : where],
  )
  if (touched.some((selector) => who?.includes(String(selector)))) return undefined
  return `asked by ${who ?? 'nobody'}, touched was ${touched.join(', ') || 'nothing'}`
}

/** A call is answered by its own response, a ref by whoever carries it; over SSE names and order are all there is. */
function falseCertainty({ kind, ref, status, transport, verdict, later }: Exchange) {
  // A second phase carries no ref, so a name is all that ties it to its event.
  if (status !== 'ok' || later) return undefined
  const isProved = kind === 'call' || transport === 'none' || transport === 'http' || ref !== undefined
  const wanted = isProved ? 'proved' : 'inferred'
  return verdict.certainty === wanted ? undefined : `${verdict.certainty}, wanted ${wanted}`
}

const ORDER = ['queued', 'sent', 'received', 'applying', 'applied', 'painted'] as const

function falseTimes(times: Times, { verdict: { render } }: Exchange) {
  const seen = ORDER.flatMap((phase) => times[phase] ?? [])
  if (seen.some((at, index) => at < (seen[index - 1] ?? 0)))
    return `times run backwards: ${JSON.stringify(times)}`
  const isRender = render === 'patched' || render === 'replaced'
  if (isRender && times.applied === undefined) return 'nobody saw when it was applied'
  if (render === 'none' && times.applied !== undefined) return 'nothing was rendered, and yet it was applied'
  return undefined
}
