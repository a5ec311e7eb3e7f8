/** Writes the change to make for the names at hand: Python, JavaScript and HTML as a person would type them. */
import type { Exchange } from '../exchange.ts'
import { quoteJson } from '../hidden-characters.ts'
import { paramsOf } from './targets.ts'

const NAME = /^[A-Za-z_]\w*$/

/** A name that a page chose, where a name must stand. */
export const identifier = (name: string, otherwise = 'handler') => (NAME.test(name) ? name : otherwise)

/** The slug by which `djust.call` knows a view: that of a call is one; else what djust makes of the view's dotted name. */
export function slugOf({ kind, view }: Exchange): string {
  const parts = view.split('.')
  return kind === 'call' || parts.length < 2 ? view : `${parts[0]}.${parts.at(-1)?.toLowerCase()}`
}

/** `self, q: str = "", **kwargs`: the parameters that this row was sent with. */
export function signature(row: Exchange, without: readonly string[] = []): string {
  const params = Object.entries(paramsOf(row) ?? {}).filter(
    ([name]) => NAME.test(name) && !without.includes(name),
  )
  return ['self', ...params.map(([name, value]) => `${name}${annotation(value)}`), '**kwargs'].join(', ')
}

function annotation(value: unknown): string {
  if (typeof value === 'string') return ': str = ""'
  if (typeof value === 'boolean') return ': bool = False'
  if (typeof value === 'number' || typeof value === 'bigint')
    return Number.isInteger(Number(value)) ? ': int = 0' : ': float = 0'
  return Array.isArray(value) ? ': list | None = None' : '=None'
}

/** `{ q, id }`: the parameters of this row as shorthand members. */
export function members(row: Exchange, without: readonly string[] = []): string {
  const names = Object.keys(paramsOf(row) ?? {}).filter((name) => NAME.test(name) && !without.includes(name))
  return names.length === 0 ? '{}' : `{ ${names.join(', ')} }`
}

/** `djust.call("issues.new", "search", { q })` */
export function callOf(row: Exchange, params = members(row), name = row.name): string {
  return `djust.call(${quoteJson(slugOf(row))}, ${quoteJson(name)}, ${params})`
}

export const block = (...lines: string[]): string => lines.join('\n')
