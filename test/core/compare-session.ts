/** A seeded person at the tutorial: the same seed does the same thing, and no clock is asked. */
import type { Trigger } from '../../src/protocol/facts.ts'
import { type Page, page } from '../language/page.ts'

export const typing: Trigger = {
  element: 'input#tag-input.field[name=tag]',
  event: 'input',
  certainty: 'recent',
}
export const picking: Trigger = { element: 'li.option[role=option]', event: 'click', certainty: 'same-task' }
const saving: Trigger = { element: 'button#save.primary', event: 'click', certainty: 'same-task' }

/** How long the server takes, ms. */
type Serving = (dice: Dice) => number

interface Session {
  /** Rows of `search_tags`; every third is followed by an `add_tag`, every tenth by a `save`. */
  searches?: number
  /** Times what the server takes. */
  slower?: number
  serving?: Serving
  /** The clock of the page ticks in so many ms. */
  tick?: number
  /** The server says itself what it took. */
  says?: boolean
}

export class Dice {
  #state: number
  constructor(seed: number) {
    this.#state = seed
  }
  /** Uniform in [0, 1): mulberry32. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  between(low: number, high: number): number {
    return low + (high - low) * this.roll()
  }
  /** Around a median, with a long tail (Box and Muller). */
  lognormal(median: number, sigma: number): number {
    const normal = Math.sqrt(-2 * Math.log(1 - this.roll())) * Math.cos(2 * Math.PI * this.roll())
    return median * Math.exp(sigma * normal)
  }
  chance(share: number): boolean {
    return this.roll() < share
  }
}

/** 95 in 100 within 20 to 40 ms; 3 in 100 take many times as long. */
export const lognormal: Serving = (dice) =>
  dice.lognormal(28.3, 0.177) * (dice.chance(0.03) ? dice.between(3, 10) : 1)
/** Anything from 20 to 40 ms. */
export const uniform: Serving = (dice) => dice.between(20, 40) * (dice.chance(0.03) ? dice.between(3, 10) : 1)

export function session(
  seed: number,
  { searches = 30, slower = 1, serving = lognormal, tick = 0.1, says = false }: Session = {},
): Page {
  const dice = new Dice(seed)
  const story = page(`doc-${seed}`).live()
  let now = 100
  const after = (ms: number) => {
    now += ms
    return story.at(Math.round(now / tick) * tick)
  }
  const serve = () => slower * serving(dice)
  const travel = () => dice.lognormal(3, 0.5)

  const asks = (name: string, text: string, trigger: Trigger) => {
    after(dice.between(250, 900)).calls(name, { text }, 'issues.new', trigger)
    const took = serve()
    const result = Array.from({ length: Math.floor(dice.between(0, 9)) }, () => text)
    after(took + travel())
    if (dice.chance(0.01)) story.answers(500, { error: 'internal', message: 'No.' })
    else story.answers(200, { result })
    if (says) Object.assign(story.facts.at(-1) ?? {}, { server: took })
  }
  const adds = (ref: number) => {
    after(dice.between(300, 700)).dispatches('add_tag', picking)
    after(dice.between(0.1, 0.6)).event('add_tag', ref)
    after(serve() + travel())
    // A tag that is there already changes nothing.
    if (dice.chance(0.2)) return story.hears({ type: 'noop', ref, source: 'event', event_name: 'add_tag' })
    story.patch(Math.floor(dice.between(3, 6)), { ref, source: 'event', event_name: 'add_tag' })
    after(0.2)
      .marks('apply-start')
      .dom(Math.floor(dice.between(3, 9)))
    after(dice.lognormal(4, 0.4)).marks('apply-end').marks('render-end').done()
    after(dice.between(1, 16)).paints()
    return story
  }
  for (let turn = 0; turn < searches; turn++) {
    asks('search_tags', 'python'.slice(0, 1 + (turn % 6)), typing)
    if (turn % 3 === 0) adds(turn + 1)
    if (turn % 10 === 0) asks('save', 'all', saving)
    if (turn % 4 === 0) after(50).patch(1, { source: 'tick' })
  }
  return story
}
