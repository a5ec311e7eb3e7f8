/** The patches of an answer as a flat list, those inside a patch below it. Trusts nothing: they come from a page. */
import { isPatchOp } from '../../core/correlate/catalog.ts'
import type { Exchange } from '../../core/exchange.ts'
import { isRecord } from '../../core/is-record.ts'
import type { Body } from '../../protocol/facts.ts'
import { changeOf, type PatchChange } from './patch-change.ts'
import { contentOf, jsonOf, targetOf } from './patch-words.ts'

export interface PatchLine {
  op: string
  target: string
  value: string
  /** Patches inside a patch lie deeper. */
  depth: number
  /** `broken`: it has no operation at all, so `value` is the whole of it. */
  standing: 'known' | 'unknown' | 'broken'
  /** Present for what sets a text or an attribute. */
  change?: PatchChange
}

export interface AnswerPatches {
  lines: PatchLine[]
  /** Patches beyond the most that are listed. */
  more: number
  /** Why nothing can be listed although the answer may hold patches. */
  why?: 'cut' | 'unreadable'
}

/** More than anybody reads, and few enough to be kept at once. */
const MOST = 10_000

/** For each answer in turn; costs as much as its text is long. */
export function patchesOf({ answers }: Pick<Exchange, 'answers'>, most = MOST): AnswerPatches[] {
  return answers.map((answer) => patchesIn(answer, most))
}

function patchesIn(answer: Body, most: number): AnswerPatches {
  if (answer.cut) return { ...NONE, ...(mayHold(answer) ? { why: 'cut' } : {}) }
  try {
    const frame: unknown = JSON.parse(answer.text)
    const patches = isRecord(frame) ? frame['patches'] : undefined
    return Array.isArray(patches) ? list(patches, most) : NONE
  } catch {
    return { ...NONE, why: 'unreadable' }
  }
}

const NONE: AnswerPatches = { lines: [], more: 0 }

/** The outline of an answer that was cut says an array by its length. */
function mayHold({ outline }: Body): boolean {
  return outline === undefined || outline['patches'] !== undefined
}

/** With a stack of its own: a page may nest patches deeper than functions may call each other. */
function list(patches: readonly unknown[], most: number): AnswerPatches {
  const lines: PatchLine[] = []
  let more = 0
  const open = [patches.values()]
  for (let inner = open.at(-1); inner; inner = open.at(-1)) {
    const { done, value: patch } = inner.next()
    if (done) {
      open.pop()
      continue
    }
    if (lines.length < most) lines.push(lineOf(patch, open.length - 1))
    else more += 1
    if (isRecord(patch) && Array.isArray(patch['patches'])) open.push(patch['patches'].values())
  }
  return { lines, more }
}

function lineOf(patch: unknown, depth: number): PatchLine {
  const op = isRecord(patch) ? patch['type'] : undefined
  if (!isRecord(patch) || typeof op !== 'string')
    return { op: '', target: '', value: jsonOf(patch), depth, standing: 'broken' }
  const standing = isPatchOp(op) ? 'known' : 'unknown'
  const change = changeOf(patch)
  const line = { op, target: targetOf(patch), value: contentOf(op, patch), depth, standing } as const
  return change ? { ...line, change } : line
}
