/** Reads a contract from YAML: whatever is wrong with it is said with its line and column. */
import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Contract } from '../core/contract/contract.ts'
import { readContract } from '../core/contract/read-contract.ts'

/** Counted from 1. */
export interface Place {
  line: number
  column: number
}

export interface ContractProblem extends Place {
  says: string
}

export interface ParsedContract {
  contract: Contract
  problems: ContractProblem[]
  /** Where something stands, by its path in the data, as in `clauses[3].patches`. */
  placeOf(path: string): Place
}

/** UTF-16 code units; a contract of a thousand clauses has a tenth of it. */
const LONGEST = 1_000_000
/** How many nodes aliases may stand for: a few lines can name each other until no memory holds what they mean. */
const MOST_ALIASED = 100
/** Deeper than any contract, and than nothing that was written by hand. */
const DEEPEST = 32

/** Never throws. The contract holds what could be read. */
export function parseContract(text: string): ParsedContract {
  const lines = new LineCounter()
  const start: Place = { line: 1, column: 1 }
  const refuse = (says: string, place = start): ParsedContract => ({
    contract: readContract({ version: 1, clauses: [] }).contract,
    problems: [{ ...place, says }],
    placeOf: () => place,
  })
  if (text.length > LONGEST)
    return refuse(`A contract has at most ${LONGEST} characters; this has ${text.length}.`)
  const deep = tooDeep(text)
  if (deep) return refuse(`A contract is nested at most ${DEEPEST} deep.`, deep)
  let document: Document.Parsed
  let data: unknown
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
    data = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: MOST_ALIASED })
  } catch (error) {
    return refuse(`The YAML cannot be read: ${sentence((error as Error).message)}`)
  }
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const placeOf = (path: string) => placeAt(offsetOf(document, path))
  if (document.errors.length > 0) {
    const problems = document.errors.map(({ message, pos }) => ({
      ...placeAt(pos[0]),
      says: `The YAML cannot be read: ${sentence(message)}`,
    }))
    return { contract: readContract({ version: 1, clauses: [] }).contract, problems, placeOf }
  }
  const { contract, problems } = readContract(data)
  return {
    contract,
    problems: problems.map(({ path, says }) => ({ ...placeOf(path), says: says + hint(document, path) })),
    placeOf,
  }
}

/** Brackets within each other, and a line that begins too far to the right or opens too many lists at once. */
function tooDeep(text: string): Place | undefined {
  let open = 0
  let line = 1
  for (const said of text.split('\n')) {
    const indent = /^(?: |- )*/.exec(said)?.[0].length ?? 0
    if (indent > DEEPEST * 4) return { line, column: indent }
    for (let column = 0; column < said.length; column++) {
      const sign = said[column]
      if (sign === '[' || sign === '{') open += 1
      else if ((sign === ']' || sign === '}') && open > 0) open -= 1
      if (open > DEEPEST) return { line, column: column + 1 }
    }
    line += 1
  }
  return undefined
}

function offsetOf(document: Document.Parsed, path: string): number {
  const { node, key } = find(document, path)
  return (node?.range ?? key?.range ?? [0])[0]
}

/** The node at this path, or the nearest that holds it, and the key that it stands under. */
function find(document: Document.Parsed, path: string): { node?: Node | null; key?: Node | null } {
  const [, list, index, name] = /^([^[.]*)(?:\[(\d+)\])?(?:\.(.*))?$/s.exec(path) ?? []
  const root = document.contents
  if (!isMap(root) || !list) return { node: root }
  const pair = root.items.find(({ key }) => nameOf(key) === list)
  const item = index !== undefined && isSeq(pair?.value) ? pair.value.items[Number(index)] : undefined
  if (!isNode(item)) return nodes(pair?.value ?? pair?.key ?? root, pair?.key)
  const entry = name && isMap(item) ? item.items.find(({ key }) => nameOf(key) === name) : undefined
  return entry ? nodes(entry.value ?? entry.key, entry.key) : { node: item }
}

function nodes(node: unknown, key: unknown): { node?: Node; key?: Node } {
  return { ...(isNode(node) ? { node } : {}), ...(isNode(key) ? { key } : {}) }
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

/** `trigger: typing in #tag-input` is `typing in` and a comment. */
function hint(document: Document.Parsed, path: string): string {
  const { node } = find(document, path)
  if (!isScalar(node) || !node.comment) return ''
  return ' What stands behind # after a space is a comment in YAML: put the value in quotes.'
}

function sentence(message: string): string {
  const [first = ''] = message.split('\n')
  return `${first.trim().replace(/[.:]$/, '')}.`
}
