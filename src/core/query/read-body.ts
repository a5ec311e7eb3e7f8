/** Reads a payload as JSON. */
import type { Body } from '../../protocol/facts.ts'

/** Undefined for what was cut, is binary or is no JSON. */
export function readJson({ text, cut, encoding }: Body): unknown {
  if (cut || encoding) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
