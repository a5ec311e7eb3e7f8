/** Reads the patches that an answer carries, those inside a patch after it. Trusts nothing: they come from a page. */
import type { Body } from '../protocol/facts.ts'
import { isRecord } from './is-record.ts'

export interface SentPatch {
  /** As the server sent it, which need be no patch at all. */
  patch: unknown
  /** Inside how many others it lies. */
  depth: number
}

/** The members of an answer, none where it is JSON but no object; undefined where it is no JSON, or not all of it was kept. */
export function frameOf({ text, cut, encoding }: Body): Record<string, unknown> | undefined {
  if (cut || encoding) return undefined
  try {
    const frame: unknown = JSON.parse(text)
    return isRecord(frame) ? frame : {}
  } catch {
    return undefined
  }
}

/** In the order of the wire. With a stack of its own: a page may nest patches deeper than functions may call each other. */
export function* patchesIn({ patches }: Record<string, unknown>): Generator<SentPatch> {
  const open = Array.isArray(patches) ? [patches.values()] : []
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { done, value: patch } = inner.next()
    if (done) {
      open.pop()
      continue
    }
    yield { patch, depth: open.length - 1 }
    if (isRecord(patch) && Array.isArray(patch['patches'])) open.push(patch['patches'].values())
  }
}
