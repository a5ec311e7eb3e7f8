/** The names a template can see: a chain of plain records, looked up by own properties only. */

export interface Scope {
  names: Readonly<Record<string, unknown>>
  outer: Scope | null
}

/** `undefined` for whatever is not there; never a member inherited from a prototype. */
export function lookup(scope: Scope, path: readonly string[]): unknown {
  const [first = '', ...rest] = path
  let at: Scope | null = scope
  while (at && !Object.hasOwn(at.names, first)) at = at.outer
  let value: unknown = at?.names[first]
  for (const part of rest) value = member(value, part)
  return value
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}
