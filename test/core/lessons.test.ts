/** Every step of every lesson: a story that meets it, and one that comes close and does not. */
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { PAGES, STUDIO_PAGES } from '../../demo/pages.ts'
import { createCheckpoint } from '../../src/core/lessons/checkpoint.ts'
import type { Block, Lesson } from '../../src/core/lessons/lesson.ts'
import { tellProblem } from '../../src/core/lessons/place.ts'
import { readLesson } from '../../src/core/lessons/read-lesson.ts'
import { ADVICE_IDS } from '../../src/protocol/advice-ids.ts'
import { type Page, page } from '../language/page.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readLesson(readFileSync(join(root, file), 'utf8'))
const FILES = globSync('lessons/*.md', { cwd: root }).sort()

/** A call that was answered; `result` is what of. */
const called = (name: string, params: object = {}, result: unknown = [], story = page()) =>
  story
    .calls(name, { ...params })
    .answers(200, { result })
    .settles()
const refused = (name: string) =>
  page().calls(name).answers(500, { error: 'function_error', message: 'no' }).settles()
/** An event that was answered by so many patches. */
const patched = (event: string, count = 1, story = page().live()) =>
  story.event(event, 1).patch(count, { ref: 1 }).dom(count)
const answered = (event: string, frame: object) =>
  page()
    .live()
    .event(event, 1)
    .hears({ ...frame, ref: 1 })
const noop = (event: string) => answered(event, { type: 'noop' })
const whole = (event: string) => answered(event, { type: 'html_update', html: '<p></p>', version: 2 })
const failed = (event: string) => answered(event, { type: 'error', error: 'no', event })
const posted = (event: string) =>
  page()
    .fallsBack(event)
    .answers(200, { patches: [{ type: 'SetText', path: [0], text: 'x' }], version: 2 })
/** Searches these, so many ms apart, each answered at once. */
const searched = (apart: number, ...words: string[]) => {
  const story = page()
  for (const [index, q] of words.entries()) called('search', { q }, [], story.at(1_000 + index * apart))
  return story
}
/** The answer to the first comes after that to the second. */
const crossed = () =>
  page()
    .at(100)
    .calls('search', { q: 'r' })
    .at(200)
    .calls('search', { q: 're' })
    .at(300)
    .answers(200, { result: [] }, 2)
    .at(400)
    .answers(200, { result: [] }, 1)
const mounted = () => page().live()
const searchedRe = () => searched(500, 're')
const searchedReg = () => searched(500, 'reg')

/** For each step: what meets it, and what does not. */
const STORIES: Record<string, readonly (readonly [meets: () => Page, fails: () => Page])[]> = {
  'call-or-dispatch': [
    [() => called('search_tags', { q: 'reg' }), () => page().calls('search_tags', { q: 'reg' })],
    [() => patched('add_tag'), () => noop('add_tag')],
    [() => called('title_taken', { title: 'Demo' }), () => called('search_tags', { q: 'Demo' })],
    [() => patched('submit'), () => failed('submit')],
  ],
  debounce: [
    [() => searched(90, 'r', 're', 'reg'), () => searched(1_200, 'r', 're', 'reg')],
    [mounted, page],
    [searchedReg, () => searched(300, 'r', 're', 'reg')],
  ],
  'late-answers': [
    [crossed, () => searched(300, 'r', 're')],
    [mounted, page],
    [crossed, () => searched(300, 'r', 're')],
  ],
  cache: [
    [searchedReg, searchedRe],
    [searchedRe, searchedReg],
    [searchedReg, searchedRe],
    [mounted, page],
    [searchedReg, searchedRe],
    [searchedRe, searchedReg],
    [() => searched(500, 'regi'), () => searched(500, 'reg', 'regi')],
  ],
  'inline-validation': [
    [
      () => called('title_taken', {}, { available: true }),
      () => called('title_taken', {}, { available: false }),
    ],
    [() => patched('submit'), () => noop('submit')],
    [
      () => called('title_taken', {}, { available: false }),
      () => called('title_taken', {}, { available: true }),
    ],
    [() => patched('submit'), () => noop('submit')],
  ],
  'wanted-re-render': [
    [() => called('star_all_by_call'), () => refused('other')],
    [() => patched('star_all', 40), () => patched('star_all', 1)],
    [() => patched('turn_round', 39), () => noop('turn_round')],
  ],
  'noop-and-empty': [
    [() => patched('star'), () => noop('star')],
    [() => noop('star'), () => patched('star')],
    [() => patched('look', 0), () => noop('look')],
    [mounted, page],
    [() => noop('look'), () => patched('look', 0)],
  ],
  'full-html': [
    [() => whole('turn_round'), () => patched('turn_round', 40)],
    [mounted, page],
    [() => patched('turn_round', 39), () => whole('turn_round')],
  ],
  errors: [
    [() => failed('close_by_handler'), () => patched('close_by_handler')],
    [() => patched('close_by_action'), () => failed('close_by_action')],
    [() => refused('close_by_function'), () => called('close_by_function')],
    [mounted, page],
    [() => refused('close_by_function'), () => called('close_by_function')],
  ],
  'http-fallback': [
    [() => posted('star'), () => patched('star')],
    [mounted, page],
    [() => patched('star'), () => posted('star')],
  ],
}

const slugOf = (file: string) => basename(file, '.md').replace(/^\d+-/, '')
const steps = FILES.flatMap((file) =>
  read(file).lesson.steps.map(({ expects }, index) => {
    const [meets, fails] = STORIES[slugOf(file)]?.[index] ?? []
    return { file, step: index + 1, judge: createCheckpoint(expects), meets, fails }
  }),
)

test.each(FILES)('%s can be read', (file) => {
  expect(read(file).problems.map((problem) => tellProblem(file, problem))).toEqual([])
})

test('every step has its stories, and every story its step', () => {
  const counts = FILES.map((file) => [slugOf(file), read(file).lesson.steps.length])
  expect(Object.entries(STORIES).map(([slug, stories]) => [slug, stories.length])).toEqual(counts)
})

test.each(steps)('$file, step $step, is met', ({ judge, meets }) => {
  expect(judge(meets?.().rows ?? [])).toMatchObject({ isMet: true })
})

test.each(steps)('$file, step $step, is not met by what only comes close', ({ judge, fails }) => {
  expect(judge(fails?.().rows ?? [])).toMatchObject({ isMet: false })
})

test.each(FILES)('%s leads to pages that the demo has', (file) => {
  const known = [...PAGES.map(({ path }) => path), ...Object.keys(STUDIO_PAGES)]
  const addresses = addressesOf(read(file).lesson).map((each) => new URL(each, 'http://127.0.0.1'))
  expect(known).toEqual(expect.arrayContaining(addresses.map(({ pathname }) => pathname)))
  const mishaps = addresses.flatMap(({ searchParams }) => searchParams.get('on') ?? [])
  expect(ADVICE_IDS).toEqual(expect.arrayContaining(mishaps))
})

/** Of pages, changes and links within the demo. */
function addressesOf({ page: first, intro, steps: all }: Lesson): string[] {
  const blocks: readonly Block[] = [...intro, ...all.flatMap(({ body, seen }) => [...body, ...seen])]
  const found = blocks.flatMap((block): string[] => {
    if (block.is === 'change') return [block.page]
    if (block.is !== 'text') return []
    return block.spans.flatMap((span) => (span.is === 'link' && span.to.startsWith('/') ? [span.to] : []))
  })
  return [first, ...found]
}
