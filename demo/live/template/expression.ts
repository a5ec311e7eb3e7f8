/** Reads `a.b|filter:"x"` and the conditions of `{% if %}` into functions of a scope. */

import { FILTERS, isTruthy } from './filters.ts'
import { lookup, type Scope } from './scope.ts'

export type Expression = (scope: Scope) => unknown

const LEXEME = /\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?|[A-Za-z_][\w.]*|==|!=|<=|>=|[<>|:])/y
const CONSTANTS: Readonly<Record<string, unknown>> = { True: true, False: false, None: null }

/** Thrown with no place; the parser that knows the place adds it. */
export class SyntaxProblem extends Error {}

/** One value with its filters. */
export function parseValue(source: string): Expression {
  return parseAll(source, filtered)
}

/** `a and not b == "c" or d in e`, bound as in Django: `or` loosest, then `and`, `not`, comparison. */
export function parseCondition(source: string): Expression {
  return parseAll(source, either)
}

type Cursor = { words: string[]; at: number }

function parseAll(source: string, parse: (cursor: Cursor) => Expression): Expression {
  const cursor = { words: lex(source), at: 0 }
  if (cursor.words.length === 0) throw new SyntaxProblem('an expression is missing')
  const expression = parse(cursor)
  const rest = cursor.words[cursor.at]
  if (rest !== undefined) throw new SyntaxProblem(`"${rest}" was not expected in "${source}"`)
  return expression
}

function lex(source: string): string[] {
  const words: string[] = []
  LEXEME.lastIndex = 0
  while (source.slice(LEXEME.lastIndex).trim()) {
    const at = LEXEME.lastIndex
    const match = LEXEME.exec(source)
    if (!match?.[1]) throw new SyntaxProblem(`"${source.slice(at).trim()}" cannot be read`)
    words.push(match[1])
  }
  return words
}

function take(cursor: Cursor, word: string): boolean {
  if (cursor.words[cursor.at] !== word) return false
  cursor.at += 1
  return true
}

function either(cursor: Cursor): Expression {
  const left = both(cursor)
  if (!take(cursor, 'or')) return left
  const right = either(cursor)
  return (scope) => isTruthy(left(scope)) || isTruthy(right(scope))
}

function both(cursor: Cursor): Expression {
  const left = negated(cursor)
  if (!take(cursor, 'and')) return left
  const right = both(cursor)
  return (scope) => isTruthy(left(scope)) && isTruthy(right(scope))
}

function negated(cursor: Cursor): Expression {
  if (!take(cursor, 'not')) return compared(cursor)
  const operand = negated(cursor)
  return (scope) => !isTruthy(operand(scope))
}

const COMPARISONS: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  '==': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => Number(left) < Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
  in: (left, right) =>
    Array.isArray(right) ? right.includes(left) : String(right ?? '').includes(String(left)),
}

function compared(cursor: Cursor): Expression {
  const left = filtered(cursor)
  const compare = COMPARISONS[cursor.words[cursor.at] ?? '']
  if (!compare) return left
  cursor.at += 1
  const right = filtered(cursor)
  return (scope) => compare(left(scope), right(scope))
}

function filtered(cursor: Cursor): Expression {
  let value = operand(cursor)
  while (take(cursor, '|')) {
    const name = cursor.words[cursor.at++] ?? ''
    const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined
    if (!filter) throw new SyntaxProblem(`there is no filter "${name}"`)
    const argument = take(cursor, ':') ? operand(cursor) : null
    const input = value
    value = (scope) => filter(input(scope), argument?.(scope))
  }
  return value
}

function operand(cursor: Cursor): Expression {
  const word = cursor.words[cursor.at++]
  if (word === undefined) throw new SyntaxProblem('a value is missing')
  if (/^["']/.test(word)) {
    const text = word.slice(1, -1).replace(/\\(.)/g, '$1')
    return () => text
  }
  if (/^-?\d/.test(word)) return () => Number(word)
  if (Object.hasOwn(CONSTANTS, word)) return () => CONSTANTS[word]
  if (!/^[A-Za-z_]\w*(\.\w+)*$/.test(word)) throw new SyntaxProblem(`"${word}" is not a value`)
  const path = word.split('.')
  return (scope) => lookup(scope, path)
}
