/** Attributes as OTLP writes them; what is undefined is left out. */
import type { KeyValue } from './otlp.ts'

type Plain = string | number | boolean | readonly string[] | undefined

export function attributesOf(values: Readonly<Record<string, Plain>>): KeyValue[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: anyValueOf(value) }],
  )
}

function anyValueOf(value: NonNullable<Plain>): KeyValue['value'] {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? { intValue: String(value) } : { doubleValue: value }
  return { arrayValue: { values: value.map((each) => ({ stringValue: each })) } }
}
