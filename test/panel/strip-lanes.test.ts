/** What the overview draws of the rows. */
import { expect, test } from 'vitest'
import { originsOf } from '../../src/core/wall-time.ts'
import { drawInSteps, drawLanes } from '../../src/panel/views/strip-lanes.ts'
import { type Page, page } from '../language/page.ts'

const ORIGIN = 1_000_000

function lanes(rows: Page['rows'], { log }: Page) {
  return drawLanes(rows, originsOf(log), 100, { from: ORIGIN, to: ORIGIN + 1000 }).drawings
}

/** Each drawing as `kind tone` and its boxes, `x+width@y`; 100 px for the time from 0 to 1000 ms. */
function drawn(story: Page): string[] {
  const rows = story.rows.filter(({ kind }) => kind !== 'system')
  return lanes(rows, story).map(({ of, tone, path }) => {
    const boxes = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => `${x}+${width}@${y}`)
    return `${of} ${tone} ${boxes.join(' ')}`
  })
}

test('calls lie above dispatches, and a re-render is marked at the foot when it happened', () => {
  const story = page().live().at(100).calls('search').at(200).answers(200, {})
  story.at(300).event('add', 1).at(500).patch(1, { ref: 1 })
  expect(drawn(story)).toEqual(['call quiet 10+11@2', 'dispatch loud 30+21@20', 'render loud 50+1@33'])
})

test('what overlaps lies side by side, so that answers that cross are seen, and the one that is stale stands out', () => {
  const story = page().at(100).calls('first', { q: 'a' }).at(200).calls('first', { q: 'ab' })
  const [older, newer] = [1, 2]
  story.at(300).answers(200, { result: [] }, newer).at(400).answers(200, { result: [] }, older)
  expect(story.rows.map(({ verdict }) => verdict.flags)).toEqual([['stale'], []])
  expect(drawn(story)).toEqual(['call crossed 10+31@2', 'call quiet 20+11@6'])
})

test('what follows one another shares one track, and what touches is one box', () => {
  const story = page()
  for (const at of [0, 50, 100])
    story
      .at(at)
      .calls('one')
      .at(at + 45)
      .answers(200, {})
  expect(drawn(story)).toEqual(['call quiet 0+15@2'])
})

test('a push is a tick between the lanes', () => {
  const story = page().live().at(600).patch(1, { source: 'tick' })
  expect(drawn(story)).toEqual(['push loud 60+1@14', 'render loud 60+1@33'])
})

test('what is under way lasts to the end, and what lies outside is at the edge', () => {
  const story = page().live().at(400).calls('waits').at(3000).event('late', 1)
  expect(drawn(story)).toEqual(['call quiet 40+60@2', 'dispatch quiet 99+1@20'])
})

test('the whole is from the first start to the last end that is known', () => {
  const story = page().at(100).calls('a').at(900).answers(200, {}).at(950).calls('waits')
  expect(drawLanes(story.rows, originsOf(story.log), 100).whole).toEqual({
    from: ORIGIN + 100,
    to: ORIGIN + 950,
  })
  expect(drawLanes([], new Map(), 100).whole).toEqual({ from: 0, to: 1 })
})

test('so many rows that each pixel has many draw no more than a path a lane', () => {
  const story = page()
  for (let n = 0; n < 800; n++)
    story
      .at(n * 1.25)
      .calls('c')
      .answers(200, {})
  const paths = lanes(story.rows, story)
  expect(paths.map(({ path }) => path.length).reduce((sum, length) => sum + length)).toBeLessThan(
    3 * 100 * 20,
  )
})

test('many rows are drawn in steps, and come to the same', () => {
  const story = page()
  for (let n = 0; n < 5_000; n++) story.at(n).calls('c')
  const steps = drawInSteps(story.rows, originsOf(story.log), 100)
  let pauses = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) pauses += 1
  expect(pauses).toBeGreaterThan(4)
  expect(step.value).toEqual(drawLanes(story.rows, originsOf(story.log), 100))
})

test('where an answer was overtaken, lines lead from both questions to their answers, and cross', () => {
  const story = page('a', { origin: ORIGIN })
  story
    .at(100)
    .calls('search')
    .at(300)
    .calls('search')
    .at(500)
    .answers(200, {}, 2)
    .at(900)
    .answers(200, {}, 1)
  const draw = () => drawLanes(story.rows, originsOf(story.log), 100, { from: ORIGIN, to: ORIGIN + 1000 })
  expect(draw().crossings).toBe('M10 2L90 13M30 2L50 13')
  story.calls('search').answers(200, {})
  expect(draw().crossings).toBe('M10 2L90 13M30 2L50 13')
})
