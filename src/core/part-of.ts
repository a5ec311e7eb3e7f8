/** What a recording of only some rows leaves out: the payloads of the others, whose facts stay because verdicts rest on them. */
import type { Body, Fact } from '../protocol/facts.ts'
import { readHead } from './correlate/head.ts'
import type { Exchange } from './exchange.ts'
import { type Log, rowsOf } from './log.ts'
import type { Part } from './recording.ts'
import type { HiddenStretch } from './recording-header.ts'

/** What a recording of only these rows of a log holds. */
export function partOf(log: Log, shown: readonly Exchange[]): Part {
  return { hidden: hiddenStretches(log, shown), withhold: withholder(shown) }
}

/** The bodies that these rows hold; rows keep the very bodies of their facts. */
export function bodiesOf(rows: readonly Exchange[]): ReadonlySet<Body> {
  const bodies = new Set<Body>()
  for (const { request, answers } of rows) {
    if (request) bodies.add(request)
    for (const answer of answers) bodies.add(answer)
  }
  return bodies
}

/** Gives each fact as it may stand beside the shown rows. */
function withholder(shown: readonly Exchange[]): (fact: Fact) => Fact {
  const bodies = bodiesOf(shown)
  const without = <F extends { body: Body }>(fact: F): F =>
    bodies.has(fact.body) ? fact : { ...fact, body: emptied(fact.body) }
  return (fact) => {
    if ('body' in fact) return without(fact)
    if (fact.type !== 'dispatch' || !fact.params || bodies.has(fact.params)) return fact
    const { params, ...rest } = fact
    return rest
  }
}

/** As one that was cut before its first character: its size stays, and what correlation reads of it. */
function emptied(body: Body): Body {
  const { bytes, encoding } = body
  if (encoding) return { text: '', bytes, encoding, cut: true }
  const head = readHead(body)
  if (head.unreadable) return { text: '', bytes, cut: true }
  const { type, ref, event, source, view, patches, version, label } = head
  const outline: NonNullable<Body['outline']> = { type }
  const told = { ref, event, source, view, patches, version, stream: label }
  for (const [name, value] of Object.entries(told)) if (value !== undefined) outline[name] = value
  if (head.html) outline['html'] = ''
  if (head.asyncPending) outline['async_pending'] = true
  if (head.unrecoverable) outline['recoverable'] = false
  return { text: '', bytes, cut: true, outline }
}

/** In the order of their documents and seqs. */
function hiddenStretches(log: Log, shown: readonly Exchange[]): HiddenStretch[] {
  const seen = new Set(shown)
  const standing = new Map<string, HiddenStretch>()
  const stretches: HiddenStretch[] = []
  const rows = [...rowsOf(log)].sort((a, b) => a.seq - b.seq)
  for (const row of rows) {
    const { doc, seq } = row
    const stretch = standing.get(doc)
    if (seen.has(row)) standing.delete(doc)
    else if (stretch) stretch.through = seq
    else {
      const begun = { doc, from: seq, through: seq }
      standing.set(doc, begun)
      stretches.push(begun)
    }
  }
  return stretches
}
