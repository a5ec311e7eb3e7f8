/** What is driven to see that the instrument changes nothing: nearly all of the zoo, some of it over SSE too, and the tag tutorial. */
import type { Act } from '../entries.ts'
import { randomFrom } from '../random.ts'
import { labelOf, RUNS } from '../runs.ts'

export interface Driven {
  name: string
  page: string
  /** The page comes to rest after each group of acts. */
  do: readonly (readonly Act[])[]
  /** How long, in ms, all must be quiet before it counts as rest. */
  quiet: number
}

/** What two drives cannot agree on, by its label, even without us, and why no named nonce or stopped timer would help. */
export const LEFT_OUT: Record<string, string> = {
  'dj-poll over ws':
    'Polls again and again until it is told to stop: how many are on their way by then is up to the machine.',
  'rate-limit over ws':
    'The bucket fills again by the clock: how many of the flood are answered is up to the machine.',
  'submit-never-answered over ws': 'As rate-limit.',
  'buffer-dropped over ws': 'As rate-limit.',
  'lost over ws':
    'The page closes its socket beside an answer that is under way: which of the two is first is up to the machine.',
  'html-recovery over sse':
    'The page reloads itself beside a request under way, and says so when that one loses.',
  'version-gap over sse': 'As html-recovery.',
  'navigation-live-redirect over sse':
    'The page leaves beside a request under way, and says so when that one loses, in the words of whatever ended it.',
  'navigation-to-members over ws':
    'Firefox closes the socket of a page that waits for the next one: whether it opens another meanwhile is up to the machine.',
}

/** Entries in which the server speaks again of its own accord, after a silence of its own length. */
const SILENCES: Record<string, number> = {
  async: 900,
  'async-error': 900,
  'slow-tick': 3000,
  'held-push': 1200,
}
const QUIET = 250

const TUTORIAL: Driven = {
  name: 'tutorial',
  page: '/tags/',
  quiet: 400,
  do: [
    [['type', '#tag-input', 'r']],
    [['type', '#tag-input', 'e']],
    [['click', '#tag-suggestions [data-id]']],
    [['type', '#tag-input', 'd']],
    [['click', '#tag-suggestions [data-id]']],
    [['click', '.chips button']],
    [['click', '[type=submit]']],
    [['fill', '#title', 'Same with and without']],
    [['fill', '#description', 'Nothing else may differ.']],
    [['click', '[type=submit]']],
  ],
}

/** All of them, in an order that is the same for the same seed. */
export function drive(seed: number): Driven[] {
  const random = randomFrom(seed)
  const zoo = RUNS.filter((run) => (run.transport === 'ws' || run.brief) && !(labelOf(run) in LEFT_OUT)).map(
    (run): Driven => ({
      name: labelOf(run),
      page: run.page,
      do: [run.do],
      quiet: SILENCES[run.name] ?? QUIET,
    }),
  )
  return [...zoo, TUTORIAL]
    .map((driven) => ({ driven, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ driven }) => driven)
}
