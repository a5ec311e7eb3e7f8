/** The zoo's own list of entries: how each is provoked, and what the log shall say of it over either transport. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exchange } from '../../src/core/exchange.ts'

/** One thing done to the page: what, where, with what. */
export type Act = readonly [kind: string, selector?: string | number, value?: string]

export interface ExpectedRow {
  kind: Exchange['kind']
  name: string
  transport: Exchange['transport']
  status: Exchange['status']
  verdict: Exchange['verdict']['render']
  /** How often such a row comes: a number, or `3 or more`; once when not said. */
  times?: number | string
  answers?: number
  flags?: string[]
  faults?: string[]
  code?: string
  via?: string
  /** Who asked, where it is not simply what was touched; an empty text: nobody. */
  trigger?: string
  /** What the page heard of the user, where it is not simply what was done; an empty text: nothing that belongs to it. */
  userEvent?: string
  /** Which parts of the person's place it took away. */
  collateral?: string[]
  /** And which, where the window is so small that the page had been scrolled. */
  mayTake?: string[]
  /** What re-rendered next, kind and name, where anything did. */
  next?: string
}

/** What may be told instead; parts that are absent are as in the first telling. */
export interface OtherTelling {
  rows?: ExpectedRow[]
  note?: string
  /** Not another release: two things race, so either may be told anywhere. */
  race?: true
}

export interface Needs {
  clientContains?: string
  pageAnswers?: number
}

export interface Entry {
  name: string
  group: string
  page: string
  do: Act[]
  rows: ExpectedRow[]
  note?: string
  /** Why the log cannot show what happens. */
  unseen?: string
  or?: OtherTelling[]
  /** What a release must have for the entry to be there at all. */
  needs?: Needs
  /** Among the few that older releases are asked on every run. */
  brief?: true
  /** What is otherwise over SSE; what is absent is as over WebSocket. */
  sse?: Partial<Pick<Entry, 'do' | 'rows' | 'or' | 'note' | 'unseen'>> & { impossible?: string }
}

interface Listed extends Partial<Entry> {
  name: string
  group: string
  /** Why the real server cannot be brought to it. */
  impossible?: string
}

const listed = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../examples/django/zoo/entries.json'), 'utf8'),
) as Listed[]

export const ENTRIES = listed.filter((entry): entry is Entry => entry.impossible === undefined)

export const IMPOSSIBLE = listed.filter(({ impossible }) => impossible !== undefined)
