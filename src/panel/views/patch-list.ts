/** The patches of an answer as a flat list, those inside a patch below it. */
import { isPatchOp } from '../../core/correlate/catalog.ts'
import type { Exchange } from '../../core/exchange.ts'
import { isRecord } from '../../core/is-record.ts'
import { outlineOfPatch } from '../../core/outlines.ts'
import { frameOf, patchesIn, type SentPatch } from '../../core/sent-patches.ts'
import type { Body } from '../../protocol/facts.ts'
import type { Outline } from '../../protocol/reach.ts'
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
  /** Where it lands on the page, where it names that by an id. */
  node?: Outline
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
  return answers.map((answer) => list(answer, most))
}

function list(answer: Body, most: number): AnswerPatches {
  if (answer.cut) return { ...NONE, ...(mayHold(answer) ? { why: 'cut' } : {}) }
  const frame = frameOf(answer)
  if (!frame) return { ...NONE, why: 'unreadable' }
  const lines: PatchLine[] = []
  let more = 0
  for (const sent of patchesIn(frame))
    if (lines.length < most) lines.push(lineOf(sent))
    else more += 1
  return { lines, more }
}

const NONE: AnswerPatches = { lines: [], more: 0 }

/** The outline of an answer that was cut says an array by its length. */
function mayHold({ outline }: Body): boolean {
  return outline === undefined || outline['patches'] !== undefined
}

function lineOf(sent: SentPatch): PatchLine {
  const { patch, depth } = sent
  const op = isRecord(patch) ? patch['type'] : undefined
  if (!isRecord(patch) || typeof op !== 'string')
    return { op: '', target: '', value: jsonOf(patch), depth, standing: 'broken' }
  const standing = isPatchOp(op) ? 'known' : 'unknown'
  const change = changeOf(sent)
  const node = outlineOfPatch(patch)
  return {
    op,
    target: targetOf(patch),
    value: contentOf(op, patch),
    depth,
    standing,
    ...(node ? { node } : {}),
    ...(change ? { change } : {}),
  }
}
