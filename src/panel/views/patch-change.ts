/** What a patch sets, and on what: texts and attributes, which have a value before and after. */
import { isRecord } from '../../core/is-record.ts'
import type { SentPatch } from '../../core/sent-patches.ts'

export interface PatchChange {
  /** `dj-id` of the element, which stays its own; otherwise the path, which is only good until something is inserted before it. */
  on: { id: string } | { path: readonly number[] }
  /** Undefined for the text. */
  attribute: string | undefined
  /** Null when the attribute is removed. */
  to: string | null
}

/** Undefined for every other operation, and for what cannot be read. Inside another patch a path begins there, and says nothing here. */
export function changeOf({ patch, depth }: SentPatch): PatchChange | undefined {
  if (!isRecord(patch)) return undefined
  const { type, d, path, key, value, text } = patch
  const on = typeof d === 'string' ? { id: d } : depth === 0 && isPath(path) ? { path } : undefined
  if (!on) return undefined
  if (type === 'SetText') return typeof text === 'string' ? { on, attribute: undefined, to: text } : undefined
  if (typeof key !== 'string') return undefined
  if (type === 'SetAttr') return typeof value === 'string' ? { on, attribute: key, to: value } : undefined
  return type === 'RemoveAttr' ? { on, attribute: key, to: null } : undefined
}

export function isPath(path: unknown): path is number[] {
  return Array.isArray(path) && path.every((step) => Number.isInteger(step))
}

/** The same for two patches that set the same. */
export function subjectOf({ on, attribute }: PatchChange): string {
  return JSON.stringify(['id' in on ? on.id : on.path, attribute ?? null])
}

/** The elements inside a node as the server describes it, by `dj-id`. With a stack of its own, for a page chooses how deep they are. */
export function attributesIn(node: unknown): Map<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>()
  const open = [node]
  while (open.length > 0) {
    const next = open.pop()
    if (!isRecord(next)) continue
    const { attrs, children } = next
    if (isRecord(attrs) && typeof attrs['dj-id'] === 'string') found.set(attrs['dj-id'], attrs)
    if (Array.isArray(children)) for (const child of children) open.push(child)
  }
  return found
}
