/** Turns tokens into the tree of nodes that `render.ts` walks. */

import { type Expression, parseCondition, parseValue, SyntaxProblem } from './expression.ts'
import { type Place, TemplateError } from './template-error.ts'
import { type Token, tokenize } from './tokens.ts'

export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'output'; value: Expression }
  | { kind: 'if'; branches: { condition: Expression | null; body: Node[] }[] }
  | { kind: 'for'; names: string[]; items: Expression; body: Node[]; empty: Node[] }
  | { kind: 'with'; names: { name: string; value: Expression }[]; body: Node[] }
  | { kind: 'include'; template: Expression; at: Place }
  | { kind: 'csrf_token' }

type Cursor = { template: string; tokens: Token[]; at: number }
type Stop = { word: string; rest: string; at: Place }

/** @throws TemplateError naming the line and column of whatever cannot be read. */
export function parse(template: string, source: string): Node[] {
  const cursor: Cursor = { template, tokens: tokenize(template, source), at: 0 }
  return readUntil(cursor, null, []).body
}

function readUntil(cursor: Cursor, opened: { word: string; at: Place } | null, stops: string[]) {
  const body: Node[] = []
  for (let token = cursor.tokens[cursor.at]; token; token = cursor.tokens[cursor.at]) {
    cursor.at += 1
    if (token.kind === 'text') body.push({ kind: 'text', text: token.text })
    else if (token.kind === 'output')
      body.push({ kind: 'output', value: at(cursor, token, () => parseValue(token.text)) })
    else {
      const [word = '', rest = ''] = split(token.text)
      if (stops.includes(word)) return { body, stop: { word, rest, at: token.at } satisfies Stop }
      const node = readTag(cursor, word, rest, token)
      if (node) body.push(node)
    }
  }
  if (opened) throw new TemplateError(cursor.template, opened.at, `"${opened.word}" is never closed`)
  return { body, stop: { word: '', rest: '', at: { line: 0, column: 0 } } satisfies Stop }
}

function readTag(cursor: Cursor, word: string, rest: string, token: Token): Node | null {
  const opened = { word, at: token.at }
  switch (word) {
    case 'if':
      return readIf(cursor, rest, opened)
    case 'for':
      return readFor(cursor, rest, opened, 'endfor')
    case 'dj-for':
      return readFor(cursor, rest, opened, 'end-dj-for')
    case 'with':
      return readWith(cursor, rest, opened)
    case 'include':
      return { kind: 'include', template: at(cursor, token, () => parseValue(rest)), at: token.at }
    case 'comment':
      skipComment(cursor, opened)
      return null
    case 'csrf_token':
      return { kind: 'csrf_token' }
    default:
      throw new TemplateError(cursor.template, token.at, `there is no tag "${word}" here`)
  }
}

function readIf(cursor: Cursor, rest: string, opened: { word: string; at: Place }): Node {
  const branches: { condition: Expression | null; body: Node[] }[] = []
  let condition: Expression | null = at(cursor, opened, () => parseCondition(rest))
  for (;;) {
    const { body, stop } = readUntil(cursor, opened, condition ? ['elif', 'else', 'endif'] : ['endif'])
    branches.push({ condition, body })
    if (stop.word === 'endif') return { kind: 'if', branches }
    condition = stop.word === 'elif' ? at(cursor, stop, () => parseCondition(stop.rest)) : null
  }
}

function readFor(cursor: Cursor, rest: string, opened: { word: string; at: Place }, end: string): Node {
  const match = /^([A-Za-z_]\w*(?:\s*,\s*[A-Za-z_]\w*)*)\s+in\s+(.+)$/s.exec(rest)
  if (!match)
    throw new TemplateError(cursor.template, opened.at, `"${opened.word}" reads "x in list", not "${rest}"`)
  const items = at(cursor, opened, () => parseValue(match[2] ?? ''))
  const { body, stop } = readUntil(cursor, opened, ['empty', end])
  const empty = stop.word === 'empty' ? readUntil(cursor, opened, [end]).body : []
  return { kind: 'for', names: (match[1] ?? '').split(/\s*,\s*/), items, body, empty }
}

function readWith(cursor: Cursor, rest: string, opened: { word: string; at: Place }): Node {
  const pairs = [...rest.matchAll(/([A-Za-z_]\w*)=((?:"[^"]*"|'[^']*'|[^\s"'])+)/g)]
  const renamed = /^(\S+)\s+as\s+([A-Za-z_]\w*)$/.exec(rest)
  const named = renamed ? [[renamed[2], renamed[1]]] : pairs.map((pair) => [pair[1], pair[2]])
  if (named.length === 0) throw new TemplateError(cursor.template, opened.at, '"with" reads "name=value"')
  const names = named.map(([name = '', value = '']) => ({
    name,
    value: at(cursor, opened, () => parseValue(value)),
  }))
  return { kind: 'with', names, body: readUntil(cursor, opened, ['endwith']).body }
}

function skipComment(cursor: Cursor, opened: { word: string; at: Place }): void {
  for (let token = cursor.tokens[cursor.at]; token; token = cursor.tokens[cursor.at]) {
    cursor.at += 1
    if (token.kind === 'tag' && token.text === 'endcomment') return
  }
  throw new TemplateError(cursor.template, opened.at, '"comment" is never closed')
}

function split(tag: string): [string, string] {
  const space = tag.search(/\s/)
  return space < 0 ? [tag, ''] : [tag.slice(0, space), tag.slice(space).trim()]
}

function at<T>(cursor: Cursor, place: { at: Place }, read: () => T): T {
  try {
    return read()
  } catch (problem) {
    if (problem instanceof SyntaxProblem) throw new TemplateError(cursor.template, place.at, problem.message)
    throw problem
  }
}
