/** Writes contracts as YAML: each clause says in a comment where it came from, and one that is there already keeps all that a person wrote. */
import { Document, isMap, isSeq, parseDocument, type Scalar, type YAMLMap } from 'yaml'
import type { Clause, Contract, Origin } from '../core/contract/contract.ts'
import { writeContract } from '../core/contract/write-contract.ts'
import { isSame } from '../core/same.ts'

/** No line is broken: a diff shows one clause's change in one line. */
const LAYOUT = { lineWidth: 0, flowCollectionPadding: false } as const
const HEAD = ' What must stay true of a recording: docs/contract.md says what each key means.'
const FROM = /^ From .*$/m

/** A contract that there was no file of. */
export function contractText(contract: Contract): string {
  const document = new Document(dataOf(contract))
  document.commentBefore = HEAD
  const list = document.get('clauses')
  if (isSeq(list))
    list.items.forEach((item, index) => {
      if (!isMap(item)) return
      item.commentBefore = originWords(contract.clauses[index]?.from) ?? null
      flow(item)
      if (index > 0) item.spaceBefore = true
    })
  return document.toString(LAYOUT)
}

/**
 * The text with some clauses changed and the rest untouched, comments and order of keys among it. `updated`: what each clause became,
 * by its index; undefined where nothing of it is left. The text must be one that `parseContract` finds nothing wrong with.
 */
export function revisedText(
  text: string,
  before: Contract,
  updated: readonly (Clause | undefined)[],
): string {
  if (updated.every((clause, index) => clause === before.clauses[index])) return text
  const document = parseDocument(text)
  const list = document.get('clauses')
  if (!isSeq(list)) return text
  const data = dataOf({ ...before, clauses: updated.map((clause) => clause ?? { of: {}, wants: {} }) })
  for (let index = list.items.length - 1; index >= 0; index--) {
    const item = list.items[index]
    const clause = updated[index]
    if (clause === before.clauses[index]) continue
    if (clause && isMap(item)) revise(document, item, data.clauses[index] ?? {}, clause.from)
    else if (!clause) list.items.splice(index, 1)
  }
  return document.toString(LAYOUT)
}

function revise(
  document: Document.Parsed,
  item: YAMLMap,
  data: Record<string, unknown>,
  from: Origin | undefined,
): void {
  const old: Record<string, unknown> = item.toJSON()
  for (const key of Object.keys(old)) if (!(key in data)) item.delete(key)
  for (const [key, value] of Object.entries(data)) {
    if (isSame(old[key], value)) continue
    const node = item.get(key, true) as Scalar | undefined
    // The node stays where it can, with its comment and its quotes.
    if (node && 'value' in node && typeof value !== 'object') node.value = value
    else item.set(key, document.createNode(value, { flow: true }))
  }
  const comment = originWords(from)
  if (!comment) return
  const written = item.commentBefore ?? ''
  if (FROM.test(written)) item.commentBefore = written.replace(FROM, () => comment)
  else item.commentBefore = written ? `${written}\n${comment}` : comment
}

/** The origin is told in a comment, and not twice. */
function dataOf(contract: Contract) {
  return writeContract({
    ...contract,
    clauses: contract.clauses.map(({ from: _, ...clause }) => clause),
  })
}

/** Lists in one line. */
function flow(item: YAMLMap): void {
  for (const { value } of item.items) if (isSeq(value)) value.flow = true
}

/** On one line, whatever the recording is called. */
function originWords(from: Origin | undefined): string | undefined {
  if (!from || (from.rows.length === 0 && from.recording === undefined)) return undefined
  const rows = from.rows.length > 0 ? `rows ${from.rows.join(', ')}` : ''
  const words = [from.recording, rows].filter(Boolean).join(', ')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line break would end the comment.
  return ` From ${words.replace(/[\u0000-\u001f\u0085\u2028\u2029]/g, ' ')}`
}
