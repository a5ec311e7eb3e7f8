/** What is done to the three pages of examples/django/mishaps for each mishap: the same acts with the mistake and without it. */
import type { AdviceId } from '../../src/protocol/advice-ids.ts'

/** `type` takes the ms between two keys, `pause` ms. */
export type Act =
  | readonly ['click', selector: string, times?: number]
  | readonly ['type', selector: string, text: string, delay: number]
  | readonly ['press', key: string]
  | readonly ['clear', selector: string]
  | readonly ['pause', ms: number]

export const VARIANTS = ['desk', 'shelf', 'library'] as const
export type Variant = (typeof VARIANTS)[number]
/** Recorded and committed before the rules were written, and never edited since. */
export const SEALED: Variant = 'library'

/** Long enough that what was asked has been answered. */
const REST = ['pause', 700] as const

const click = (selector: string, times = 1): Act[] =>
  Array.from({ length: times }, () => [['click', selector] as const, REST]).flat()

/** Each its own row, for a repeated question is another matter. */
const details = (row: string, count: number): Act[] =>
  Array.from({ length: count }, (_, at) =>
    click(`${row}:nth-child(${at + 1}) [data-details], ${row}:nth-child(${at + 1}) [dj-click=peek]`),
  ).flat()

const picks = (name: string, words: readonly string[]): Act[] =>
  words.flatMap((word) => [
    ['clear', `#${name}-search`] as const,
    ['type', `#${name}-search`, word, 40] as const,
    REST,
    ...click(`#${name}-hits [data-id]`),
  ])

const searches = (name: string, words: readonly string[], delay = 40): Act[] =>
  words.flatMap((word) => [
    ['clear', `#${name}-search`] as const,
    ['type', `#${name}-search`, word, delay] as const,
    REST,
    REST,
  ])

export const SCENARIOS: Record<AdviceId, Record<Variant, readonly Act[]>> = {
  'handler-never-renders': {
    desk: searches('desk', ['pri', 'mail', 'mouse', 'phone']),
    shelf: details('#shelf-rows tr', 3),
    library: details('#library-rows > div', 5),
  },
  'call-then-render': {
    desk: picks('desk', ['pri', 'mail', 'mou']),
    shelf: click('#shelf-count', 4),
    library: click('#library-arrive', 3),
  },
  'no-debounce': {
    desk: searches('desk', ['printer', 'mouse'], 90),
    shelf: [['type', '#shelf-wish', 'some honey', 60], REST],
    library: searches('library', ['chronicle', 'atlas'], 130),
  },
  'late-answer': {
    desk: [['type', '#desk-search', 'p', 0], ['pause', 400], ['type', '#desk-search', 'ri', 10], REST, REST],
    shelf: [
      ['click', '#shelf-rows tr:nth-child(1) [data-details]'],
      ['pause', 150],
      ['click', '#shelf-rows tr:nth-child(2) [data-details]'],
      REST,
      REST,
    ],
    library: [
      ['type', '#library-search', 'e', 0],
      ['pause', 450],
      ['type', '#library-search', 'n', 0],
      REST,
      REST,
    ],
  },
  'repeated-call': {
    desk: searches('desk', ['mail', 'pri', 'mail', 'mail']),
    shelf: click('#shelf-rows tr:nth-child(3) [data-details]', 4),
    library: click('#library-rows > div:nth-child(2) [data-details]', 5),
  },
  'chained-calls': {
    desk: click('#desk-all'),
    shelf: click('#shelf-all'),
    library: click('#library-all'),
  },
  collateral: {
    desk: [['type', '#desk-note', 'mine', 20], REST, ...click('#desk-refresh'), REST],
    shelf: [['type', '#shelf-wish', 'tea', 20], REST, REST],
    library: [['click', '#library-keys'], ['press', 'End'], REST, ['press', 'x'], REST, ['press', 'y'], REST],
  },
  'wasted-render': {
    desk: click('#desk-refresh', 4),
    shelf: [
      ['type', '#shelf-wish', 'tea', 10],
      REST,
      ['type', '#shelf-wish', ' and', 10],
      REST,
      ['type', '#shelf-wish', ' jam', 10],
      REST,
      ['type', '#shelf-wish', '!', 10],
      REST,
    ],
    library: click('#library-stock', 5),
  },
  'whole-list': {
    desk: click('#desk-new', 2),
    shelf: click('#shelf-deliver', 3),
    library: click('#library-arrive', 2),
  },
  'full-html': {
    desk: click('#desk-refresh', 3),
    shelf: click('#shelf-count', 3),
    library: click('#library-stock', 3),
  },
  'http-fallback': {
    desk: click('#desk-refresh', 4),
    shelf: click('#shelf-count', 3),
    library: click('#library-stock', 5),
  },
  'unanswered-ref': {
    desk: [['click', '#desk-flood'], REST, REST],
    shelf: [['click', '#shelf-turn'], REST],
    library: [['click', '#library-lamp'], REST],
  },
  'unseen-error': {
    desk: details('#desk-rows li', 2),
    shelf: details('#shelf-rows tr', 2),
    library: click('#library-stock', 2),
  },
  'client-limit': {
    desk: searches('desk', ['pri', 's']),
    shelf: searches('shelf', ['tea', 'r']),
    library: searches('library', ['a', 'ch']),
  },
  'oversized-payload': {
    desk: details('#desk-rows li', 2),
    shelf: click('#shelf-count', 2),
    library: click('#library-scan', 2),
  },
  'ignored-payload': {
    desk: click('#desk-take', 2),
    shelf: click('#shelf-gift', 2),
    library: click('#library-reserve', 3),
  },
  'script-twice': {
    desk: click('#desk-twice', 1),
    shelf: click('#shelf-twice', 2),
    library: [['press', 'F2'], REST],
  },
  'missing-csrf': {
    desk: click('#desk-close'),
    shelf: click('#shelf-close', 2),
    library: click('#library-close'),
  },
  'slow-apply': {
    desk: click('#desk-refresh', 4),
    shelf: click('#shelf-deliver', 4),
    library: click('#library-stock', 3),
  },
  'slow-server': {
    desk: searches('desk', ['pri', 'mail', 'mou']),
    shelf: details('#shelf-rows tr', 4),
    library: click('#library-stock', 4),
  },
  'slow-network': {
    desk: searches('desk', ['pri', 'mail', 'mou']),
    shelf: click('#shelf-count', 4),
    library: [...searches('library', ['at', 'be', 'ch']), ...click('#library-stock', 3)],
  },
}
