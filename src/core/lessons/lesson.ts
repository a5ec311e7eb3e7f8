/** What a lesson is, once its file is read: text to show, steps to do, and what the log must show of each. Types only. */

export interface Lesson {
  title: string
  /** One sentence for the list of lessons. */
  about: string
  /** The address of the demo's page that it opens with. */
  page: string
  intro: readonly Block[]
  steps: readonly Step[]
}

export interface Step {
  /** The instruction, with the visible words to act on. */
  asks: readonly Span[]
  /** How it is done; with the change to make, if there is one. */
  body: readonly Block[]
  expects: Expectation
  /** What was to be seen, once it was done. */
  seen: readonly Block[]
}

export type Block =
  | { is: 'text'; spans: readonly Span[] }
  | { is: 'code'; language: string; text: string }
  | { is: 'change'; page: string; lines: readonly ChangedLine[] }

export type Span =
  | { is: 'plain' | 'strong' | 'code'; text: string }
  | { is: 'link'; text: string; to: string }

export interface ChangedLine {
  sign: '+' | '-' | ' '
  text: string
}

/** Plain data: a lesson crosses from the build into the page. Filters are those of the log, and were read without a problem. */
export interface Expectation {
  /** The filter that finds the rows which count. */
  where: string
  count: { least: number; isExact: boolean }
  /** ms between the starts of the first and the last of them; an exact count allows no more of them in that time. */
  within?: number
  /** The filter that the last of them must pass, too. */
  last?: string
  /** The filter of what must not come before them, since the step or the try before it. */
  without?: string
}
