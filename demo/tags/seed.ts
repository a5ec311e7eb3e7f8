/** What a fresh database holds, the same every time: a few thousand tags of a busy issue tracker, and the issues of a seed. */

export interface SeedTag {
  name: string
  usageCount: number
}

/** Tags people use most, most used first. */
const COMMON =
  `bug regression enhancement documentation question performance security accessibility auth safari
  firefox chrome login mobile crash good-first-issue help-wanted ui api database tests typing flaky regex
  duplicate wontfix backend frontend design i18n release registration build ci`.split(/\s+/)

const AREAS =
  `account admin api auth avatar backup badge billing blog cache calendar cart catalog chart chat checkout
  client cluster comment config console cookie coupon crawler cron csv dashboard database deploy device dialog discount
  docs download drag-drop editor email embed emoji error-page events export feed file-picker filter font footer form
  gallery gateway grid header history hooks icon image import inbox index invite invoice kanban keyboard layout legal
  link list locale logging login map markdown markup media menu merge message metrics migration modal monitor nav
  newsletter notification oauth onboarding order page parser password payment pdf permissions pipeline plugin popup
  preview pricing printing privacy profile project proxy push query queue quota ratelimit receipt refund registration
  report request reset response review role router sandbox scheduler schema scroll search session settings share
  shipping sidebar signup sitemap snapshot sort spam stock storage stream subscription survey svg sync table tag
  template tenant theme thumbnail timeline toast token toolbar tooltip tracking translation tree upload url user
  validation video vote wallet watch webhook widget wiki worker workspace zip`.split(/\s+/)

const CONCERNS =
  `a11y android api beta bug cleanup copy crash dark-mode docs edge-case error flaky ios latency leak
  legacy mobile perf polish regression security slow timeout tests ux`.split(/\s+/)

/** About five thousand names, none twice whatever their case; usage falls with rank and is never a tie by design. */
export function seedTags(): SeedTag[] {
  const random = mulberry32(20260822)
  const common = COMMON.map((name, rank) => ({ name, usageCount: 900 - rank * 23 }))
  const known = new Set(COMMON)
  const areas = AREAS.filter((name) => !known.has(name)).map((name) => ({
    name,
    usageCount: below(random, 120),
  }))
  const pairs = AREAS.flatMap((area) =>
    CONCERNS.filter((concern) => concern !== area).map((concern) => ({
      name: `${area}-${concern}`,
      usageCount: below(random, 25),
    })),
  )
  return [...common, ...areas, ...pairs]
}

const TROUBLES = ['fails', 'is slow', 'shows nothing', 'flickers', 'forgets its filter', 'ends in an error']
const PLACES = ['on Safari', 'at night', 'after a restart', 'for guests', 'with two tabs', 'in dark mode']

/** How many issues a seed gives. */
const ISSUES = 40

/** Titles, none twice; another seed gives others, in another order. */
export function seedIssues(seed: number): string[] {
  const random = mulberry32(seed)
  const titles = new Set<string>()
  while (titles.size < ISSUES) {
    const [area, trouble, place] = [AREAS, TROUBLES, PLACES].map(
      (words) => words[below(random, words.length)],
    )
    titles.add(`${(area ?? '').replace(/^./, (first) => first.toUpperCase())} ${trouble} ${place}`)
  }
  return [...titles]
}

function below(random: () => number, limit: number): number {
  return Math.floor(random() * limit)
}

/** A small seeded generator (Mulberry32), so that every database begins alike. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
