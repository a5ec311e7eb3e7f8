/**
 * How facts and commands travel: as sealed letters (JSON strings) that relay and switchboard pass on unopened.
 *
 * The switchboard adds who sent a letter and nothing else.
 */
import * as v from 'valibot'
import { PROTOCOL_VERSION } from './channel.ts'
import type { Command } from './commands.ts'
import { type Fact, factSchema } from './facts.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** The first letter of a document on a fresh line; the panel answers it with `replay`. */
const helloSchema = v.object({
  v: count,
  kind: v.literal('hello'),
  doc: v.string(),
  url: v.string(),
  top: v.boolean(),
  /** `performance.timeOrigin`, epoch ms. */
  origin: v.pipe(v.number(), v.finite()),
  /** The first seq still in the ring, and the seq the next fact will get. */
  oldest: count,
  next: count,
  /** Whether anything of djust has been seen in this document. */
  sighted: v.boolean(),
  recording: v.boolean(),
})
const factsSchema = v.object({
  v: count,
  kind: v.literal('facts'),
  doc: v.string(),
  facts: v.array(v.unknown()),
})
const letterSchema = v.variant('kind', [helloSchema, factsSchema])

export type Hello = v.InferOutput<typeof helloSchema>

/** What the switchboard hands a panel, and what a panel hands back. `frame` is the browser's frame id, 0 for the top. */
export interface Envelope {
  frame: number
  letter: string
}
/** What a panel posts; without a frame it is for every frame of the tab. */
export interface Posted {
  frame?: number
  letter: string
}
/** What a relay posts. `rescue`: the document is gone, so the worker keeps the letter until a panel has confirmed it. */
export interface Sent {
  letter: string
  rescue?: true
}

/** A fact and where it came from. */
export interface Sighting {
  doc: string
  frame: number
  fact: Fact
}

export type Opened =
  | { kind: 'hello'; hello: Hello }
  | { kind: 'facts'; doc: string; facts: Fact[]; unreadable: string[] }
  | { kind: 'unreadable'; why: string }

/** Opens a letter at a door. Never throws: what cannot be read is named, so that it becomes visible and not silence. */
export function openLetter(letter: string): Opened {
  let json: unknown
  try {
    json = JSON.parse(letter)
  } catch (error) {
    return { kind: 'unreadable', why: `not JSON: ${(error as Error).message}` }
  }
  const parsed = v.safeParse(letterSchema, json)
  if (!parsed.success) return { kind: 'unreadable', why: v.summarize(parsed.issues) }
  if (parsed.output.v > PROTOCOL_VERSION)
    return {
      kind: 'unreadable',
      why: `written by a newer version (${parsed.output.v}; this reader knows ${PROTOCOL_VERSION})`,
    }
  if (parsed.output.kind === 'hello') return { kind: 'hello', hello: parsed.output }
  const facts: Fact[] = []
  const unreadable: string[] = []
  for (const each of parsed.output.facts) {
    const fact = readFact(each)
    if (typeof fact === 'string') unreadable.push(fact)
    else facts.push(fact)
  }
  return { kind: 'facts', doc: parsed.output.doc, facts, unreadable }
}

/** One fact, or the sentence that says what is wrong with it. */
export function readFact(value: unknown): Fact | string {
  const parsed = v.safeParse(factSchema, value)
  return parsed.success ? parsed.output : v.summarize(parsed.issues)
}

/** Seals a command for one document, or for whichever document is in the frame. */
export function sealCommand(command: Command, doc?: string): string {
  return JSON.stringify({ v: PROTOCOL_VERSION, ...(doc === undefined ? {} : { doc }), command })
}
