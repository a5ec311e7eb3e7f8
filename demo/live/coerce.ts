/** Checks what a page sent against declared parameters, turning strings into the declared types as djust does. */

import { repr, typeName } from './python-value.ts'

interface Types {
  str: string
  int: number
  float: number
  bool: boolean
  list: unknown[]
  dict: Record<string, unknown>
}

/** One declared parameter; without a default it is required. */
export type Param = { [K in keyof Types]: { type: K; default?: Types[K] } }[keyof Types]
export type Params = Readonly<Record<string, Param>>
export type Args<P extends Params> = { -readonly [K in keyof P]: Types[P[K]['type']] }

interface TypeProblem {
  param: string
  expected: string
  actual: string
  value: unknown
}

export type Checked =
  | { ok: true; args: Record<string, unknown> }
  | {
      ok: false
      message: string
      details: { expected: string[]; provided: string[]; type_errors: TypeProblem[] }
    }

/** In djust's order: missing, then unexpected, then wrongly typed (djust-wire 4.2, 6.1). */
export function checkParams(
  name: string,
  declared: Params,
  given: Readonly<Record<string, unknown>>,
): Checked {
  const expected = Object.keys(declared)
  const provided = Object.keys(given)
  const refuse = (message: string, type_errors: TypeProblem[] = []): Checked => ({
    ok: false,
    message,
    details: { expected, provided, type_errors },
  })

  const missing = expected.filter((key) => declared[key]?.default === undefined && !Object.hasOwn(given, key))
  if (missing.length > 0) return refuse(`${name} is missing required parameters: ${missing.join(', ')}`)
  const extra = provided.filter((key) => !Object.hasOwn(declared, key))
  if (extra.length > 0) {
    const takes = expected.length > 0 ? expected.join(', ') : 'none'
    return refuse(`${name} received unexpected parameters: ${extra.join(', ')}. Expected: ${takes}`)
  }

  const args: Record<string, unknown> = {}
  const problems: TypeProblem[] = []
  for (const [key, param] of Object.entries(declared)) {
    const value = Object.hasOwn(given, key) ? coerce(given[key], param.type) : structuredClone(param.default)
    if (isOf(value, param.type)) args[key] = value
    else problems.push({ param: key, expected: param.type, actual: typeName(value), value })
  }
  if (problems.length === 0) return { ok: true, args }
  const said = `${name} received wrong parameter types: ${problems.map(describe).join('; ')}`
  // JSON has no word for infinity and would say null.
  const isSayable = ({ value }: TypeProblem) => typeof value !== 'number' || Number.isFinite(value)
  return refuse(
    said,
    problems.map((problem) => (isSayable(problem) ? problem : { ...problem, value: repr(problem.value) })),
  )
}

/** In djust's words; a number that Python could hold and this server cannot is told apart from a wrong type. */
function describe({ param, expected, actual, value }: TypeProblem): string {
  const got = `${param}: expected ${expected}, got ${actual} (${repr(value)})`
  const number = typeof value === 'string' ? Number(value) : value
  if (expected === 'int' && Number.isInteger(number) && !Number.isSafeInteger(number))
    return `${got}, beyond ±${Number.MAX_SAFE_INTEGER}`
  return expected === 'float' && Math.abs(Number(number)) === Number.POSITIVE_INFINITY
    ? `${got}, which is not finite`
    : got
}

const FLOAT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** Only strings are converted; a string that does not convert is left for the type check to name. */
export function coerce(value: unknown, type: keyof Types): unknown {
  if (typeof value !== 'string') return value
  const text = value.trim()
  switch (type) {
    case 'int':
      if (value === '') return 0
      return /^[+-]?\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : value
    case 'float':
      if (value === '') return 0
      return FLOAT.test(text) && Number.isFinite(Number(text)) ? Number(text) : value
    case 'bool':
      return ['true', '1', 'yes', 'on'].includes(value.toLowerCase())
    case 'list':
      return value === '' ? [] : value.split(',').map((item) => item.trim())
    default:
      return value
  }
}

function isOf(value: unknown, type: keyof Types): boolean {
  switch (type) {
    case 'int':
      return Number.isSafeInteger(value)
    case 'float':
      return Number.isFinite(value)
    case 'list':
      return Array.isArray(value)
    default:
      return typeName(value) === type
  }
}
