/** A verdict in a shape and a few words, so that it never rests on colour alone. */
import { harmOf } from './collateral.ts'
import { harmsOf } from './collateral-sentences.ts'
import type { Collateral, Exchange } from './exchange.ts'
import { formatMany } from './numbers.ts'

export interface VerdictWords {
  shape: string
  text: string
  /** What the server re-rendered is loud, everything else is quiet. */
  isLoud: boolean
}

export function verdictWords(row: Exchange): VerdictWords {
  const quiet = (shape: string, text: string): VerdictWords => ({ shape, text, isLoud: false })
  switch (row.verdict.render) {
    case 'none':
      return quiet('○', 'none')
    case 'empty':
      return quiet('◇', '0 patches')
    case 'patched':
      return { shape: '◆', text: [patchesOf(row), nodesOf(row)].filter(Boolean).join(' · '), isLoud: true }
    case 'replaced':
      return { shape: '■', text: 'full HTML', isLoud: true }
    case 'direct':
      return quiet('◈', 'direct DOM')
    case 'local':
      return quiet('◌', 'local')
    case 'dropped':
      return quiet('✕', 'dropped')
    case 'pending':
      return quiet('…', '')
    case 'unknown':
      return quiet('?', 'unknown')
  }
}

function patchesOf({ patches }: Exchange): string {
  return formatMany(patches, 'patch', 'patches')
}

/** Empty when nobody counted. */
export function nodesOf({ dom }: Exchange): string {
  return dom ? formatMany(dom.nodes, 'node', 'nodes') : ''
}

export const FLAG_SENTENCES = {
  wasted: 'Patches came, and the DOM did not change.',
  contradicted: 'The wire and the DOM say different things.',
  stale: 'A newer one had been answered before it.',
  held: 'The client held this back while an event waited for its answer.',
} as const

export interface Mark {
  word: string
  says: string
}

/** Words beside the verdict: its flags, what the re-render harmed, and a fault of the runtime. */
export function marksOf(row: Exchange): Mark[] {
  const { verdict, faults, shaken } = row
  const harm = harmOf(row)
  return [
    ...verdict.flags.map((flag) => ({ word: flag, says: FLAG_SENTENCES[flag] })),
    ...(harm ? [{ word: 'collateral', says: sentenceOf(harm) }] : []),
    ...(shaken ? [{ word: 'shaken', says: 'The shaker delayed it.' }] : []),
    ...(faults ? [{ word: 'fault', says: faults.map(({ says }) => says).join(' ') }] : []),
  ]
}

function sentenceOf(harm: Collateral): string {
  return harmsOf(harm)
    .map(({ element, says }) => `${element}: ${says}`)
    .join('; ')
}

/** Everything that a narrow cell cuts off: the words, why, and what each flag means. */
export function verdictTitle(row: Exchange): string {
  const { shape, text } = verdictWords(row)
  const { certainty, evidence } = row.verdict
  const lines = [
    `${shape} ${text || 'pending'}`,
    `${evidence[0]?.says ?? ''} (${certainty})`,
    ...marksOf(row).map(({ word, says }) => `${word}: ${says}`),
    ...(row.unknown ? [`This reader does not know ${row.unknown.join(', ')}.`] : []),
  ]
  return lines.join('\n')
}
