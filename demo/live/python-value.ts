/** Names and spells JSON values as Python does, so that refusals read like djust's own (its `validation.py`). */

/** Characters of a value that a message shows; djust cuts there too. */
const SHOWN = 50

/** Python's name for the type of a JSON value. */
export function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  if (Array.isArray(value)) return 'list'
  // From 1e21 on JavaScript spells it with an exponent, which Python reads as a float.
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1e21 ? 'int' : 'float'
  return { string: 'str', boolean: 'bool' }[typeof value as string] ?? 'dict'
}

/** Python's `repr`, cut to what a sentence can hold. */
export function repr(value: unknown): string {
  const spelt = spell(value)
  return spelt.length > SHOWN ? `${spelt.slice(0, SHOWN - 3)}...` : spelt
}

function spell(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'number') return spellNumber(value)
  // JSON escapes control characters and halves of a pair, so the message itself stays clean text.
  if (typeof value === 'string') return `'${JSON.stringify(value.slice(0, SHOWN)).slice(1, -1)}'`
  return JSON.stringify(value)
}

function spellNumber(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf'
  return typeName(value) === 'int' ? String(BigInt(value)) : String(value)
}
