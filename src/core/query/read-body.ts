/** Reads a payload as JSON. */
import type { Body } from '../../protocol/facts.ts'
import { readJson } from '../read-json.ts'

/** Undefined for what was cut, is binary or is no JSON. */
export function readBody({ text, cut, encoding }: Body): unknown {
  return cut || encoding ? undefined : readJson(text)
}
