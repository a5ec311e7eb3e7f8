/**
 * Which values the page hides for the names they stand under: the rules of the instrument's redactor for names and JSON, said again
 * for whoever wants to try them. A test holds both against each other.
 */
import { isRecord } from './is-record.ts'

export type SecretKind = 'csrf' | 'password' | 'secret'

export interface Hidden {
  /** `user.passwords[0]` */
  path: string
  kind: SecretKind
  /** Whether a name that a person added hides it. */
  isOwn: boolean
}

type Reason = Omit<Hidden, 'path'>

/** The first two anywhere in a name; the others end it. */
const TELLING =
  /(csrf)|(pass(?:w|phrase|code)|pwd)|(?:secret|token|authorization|(?:api|access|private|secret)[_-]?key|sessionid|cookies?|credentials?)(?!\w)/i
/** Members that name what stands under `value` beside them. */
const NAMING = /^(?:name|field|key|path|_target|id|type|event|dj-model)$/i
const VALUE = /^(?:value|content)$/i
/** Values that tell nothing. */
const NO_SECRET = /^(?:‹\w+#\d+›|null|true|false|\s*)$/
/** Nobody types deeper ones; the rest is said to be there. */
const DEEPEST = 200

/** Why a value under this name is hidden; undefined when it is not. `own`: in all their spellings. */
export function whyHiddenUnder(name: string, own: ReadonlySet<string>): Reason | undefined {
  if (own.has(innermost(name))) return { kind: 'secret', isOwn: true }
  const found = TELLING.exec(name)
  if (!found) return undefined
  return { kind: found[1] ? 'csrf' : found[2] ? 'password' : 'secret', isOwn: false }
}

/** The last part of a nested name: `user[pin]`, `user.pin` and `pin[]` are all `pin`. */
function innermost(name: string): string {
  return /^(?:.*[[\].])?([^[\].]+)/s.exec(name)?.[1] ?? name
}

/** What of this would be hidden, in the order of the text. Throws a RangeError when it is nested too deeply to be shown. */
export function hiddenIn(json: unknown, own: ReadonlySet<string>): Hidden[] {
  const found: Hidden[] = []

  function visit(value: unknown, path: string, depth: number, told?: Reason, all?: Reason): void {
    if (depth > DEEPEST) throw new RangeError('nested too deeply')
    if (!Array.isArray(value) && !isRecord(value)) return
    const entries = Object.entries(value)
    const says = entries
      .map(([key, each]) =>
        typeof each === 'string' && NAMING.test(key) ? whyHiddenUnder(each, own) : undefined,
      )
      .find((reason) => reason !== undefined)
    const tells = told ?? says
    for (const [key, each] of entries) {
      const here = pathTo(path, key, Array.isArray(value))
      const why = all ?? whyHiddenUnder(key, own) ?? (VALUE.test(key) ? tells : undefined)
      if (typeof each === 'object' && each !== null) visit(each, here, depth + 1, tells, why)
      else if (why && !NO_SECRET.test(String(each))) found.push({ path: here, ...why })
      else if (typeof each === 'string' && /^\s*[{[]/.test(each)) visitText(each, here, depth + 1, tells)
    }
  }
  /** JSON in a text is looked through as well. */
  function visitText(text: string, path: string, depth: number, told?: Reason): void {
    try {
      visit(JSON.parse(text), path, depth, told)
    } catch (error) {
      if (error instanceof RangeError) throw error
    }
  }

  visit(json, '', 0)
  return found
}

function pathTo(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}
