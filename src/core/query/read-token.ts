/** Makes a test of one part of the filter's text, and says what is wrong with it. */
import { quote } from '../quote.ts'
import { findKey, KEY_NAMES, PATH_NAMES, splitKey } from './find-key.ts'
import type { PathKey, Reading } from './key.ts'
import { mayHold } from './may-hold.ts'
import { nearest } from './nearest.ts'
import { parsePath, valuesAt } from './path.ts'
import { compilePattern } from './pattern.ts'
import type { Place, Problem, Term } from './query.ts'
import { compileRegex } from './regex.ts'
import { findText } from './texts.ts'
import type { Token } from './tokens.ts'

/** A test before its minus, if it has one. */
interface Read extends Pick<Term, 'test' | 'reads' | 'sought'> {
  problem?: Problem
}

type Wrong = Extract<Reading, { wrong: string }>

/** `text` is that of the whole filter. */
export function readToken(token: Token, text: string): Read {
  switch (token.form) {
    case 'text':
      return lookFor(token.value.text)
    case 'regex': {
      const reading = compileRegex(token.source, token.flags)
      return 'wrong' in reading
        ? asText(token, text, bare(token), reading)
        : { test: reading, reads: 'payload' }
    }
    case 'keyed':
      return readKeyed(token, text)
  }
}

type Keyed = Token & { form: 'keyed' }

function readKeyed(token: Keyed, text: string): Read {
  const { key, value } = token
  const found = findKey(key.text)
  if (!found) return readUnknown(token, text)
  const reading = 'path' in found ? readPath(found.key, found.path, value.text) : found.key.read(value.text)
  if (!('wrong' in reading)) return { test: reading, reads: found.key.reads }
  return asText(token, text, value.from === value.to ? key : value, reading)
}

function readPath({ name, bodiesOf, rootsOf }: PathKey, path: string, value: string): Reading {
  const names = parsePath(path)
  if (names.length === 0) return { wrong: `${name}. takes a path, such as ${name}.id:7` }
  const matches = compilePattern(value)
  const may = mayHold(names, value)
  const isMatch = (found: unknown) => (isLeaf(found) ? matches(String(found)) : value === '*')
  return (row) =>
    bodiesOf(row).some(({ text }) => may(text)) &&
    rootsOf(row).some((root) => valuesAt(root, names).some(isMatch))
}

function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** An address, and a name with dots in it, only look like a key. */
function readUnknown(token: Keyed, text: string): Read {
  const { head, path } = splitKey(token.key.text)
  const isPath = path !== undefined
  const near = nearest(head, isPath ? PATH_NAMES : KEY_NAMES)
  if (token.value.text.startsWith('//') || (isPath && (near === undefined || head.length < 3)))
    return lookFor(asTyped(token, text))
  if (near === undefined)
    return asText(token, text, token.key, { wrong: `the keys are ${KEY_NAMES.join(', ')}` })
  return asText(token, text, token.key, {
    wrong: 'this is no key',
    instead: isPath ? `${near}.${path}` : near,
  })
}

/** As in the Network panel: what was pasted and merely has a colon in it is found all the same. */
function asText(token: Token, text: string, { from, to }: Place, { wrong, instead }: Wrong): Read {
  const typed = asTyped(token, text)
  const hint = instead === undefined ? '.' : `; did you mean “${quote(instead)}”?`
  const says = `“${quote(typed)}”: ${wrong}${hint} It is looked for as text.`
  const problem: Problem = { from, to, says }
  if (instead !== undefined) problem.instead = instead
  return { ...lookFor(typed), problem }
}

function lookFor(sought: string): Read {
  return { test: findText(sought), reads: 'payload', sought }
}

function asTyped(token: Token, text: string): string {
  const { from, to } = bare(token)
  return text.slice(from, to)
}

/** Without its minus. */
function bare({ place: { from, to }, negated }: Token): Place {
  return { from: negated ? from + 1 : from, to }
}
