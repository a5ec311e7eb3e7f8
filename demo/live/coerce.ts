/** Checks what a page sent against declared parameters, turning strings into the declared types as djust does. */

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
  const said = problems.map(
    (problem) => `${problem.param}: expected ${problem.expected}, got ${problem.actual}`,
  )
  return refuse(`${name} received wrong parameter types: ${said.join('; ')}`, problems)
}

/** Only strings are converted; a string that does not convert is left for the type check to name. */
export function coerce(value: unknown, type: keyof Types): unknown {
  if (typeof value !== 'string') return value
  const text = value.trim()
  switch (type) {
    case 'int':
      return value === '' ? 0 : /^[+-]?\d+$/.test(text) ? Number(text) : value
    case 'float':
      return value === '' ? 0 : /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : value
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
      return typeof value === 'number'
    case 'list':
      return Array.isArray(value)
    default:
      return typeName(value) === type
  }
}

/** Python's name for the type of a JSON value. */
function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return { string: 'str', boolean: 'bool' }[typeof value as string] ?? 'dict'
}
