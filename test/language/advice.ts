/** Stories for the rules of the advice: calls and events with their answers, and what was found in them. */
import { advise } from '../../src/core/advice/advise.ts'
import type { Finding } from '../../src/core/advice/finding.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { type Page, page, patches } from './page.ts'

/** `rule subject certainty, n rows` */
export const told = (story: Page) =>
  advise(story.rows).map(
    ({ rule, subject, certainty, rows }) => `${rule} ${subject} ${certainty}, ${rows.length} rows`,
  )
export const only = (story: Page): Finding => {
  const [finding, ...more] = advise(story.rows)
  if (!finding || more.length > 0) throw new Error(`not one finding: ${told(story).join('; ')}`)
  return finding
}

export const key: Trigger = { element: 'input#q', event: 'input', certainty: 'same-task' }
export const timer: Trigger = { element: 'input#q', event: 'input', certainty: 'recent' }
export const click: Trigger = { element: 'button#go', event: 'click', certainty: 'same-task' }

let refs = 0
/** An event with its answer, 1,000 ms after the one before. */
export function event(
  story: Page,
  name: string,
  answer: Record<string, unknown>,
  at: number,
  trigger = click,
): Page {
  refs += 1
  return story
    .at(at)
    .sends({ type: 'event', event: name, params: {}, ref: refs }, trigger)
    .hears({ source: 'event', event_name: name, ref: refs, ...answer })
}
export const times = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at))
/** The same event so many times. */
export const events = (
  name: string,
  answer: Record<string, unknown>,
  count: number,
  story = page().live(),
) => {
  for (const at of times(count, (each) => each)) event(story, name, answer, 1000 + at * 1000)
  return story
}
export const noop = { type: 'noop' }
export const patch = { type: 'patch', patches: patches(1), version: 2 }

/** A call with its answer, 1,000 ms after the one before. */
export function called(
  story: Page,
  at: number,
  params: Record<string, unknown>,
  result: unknown,
  name = 'search',
  trigger = timer,
) {
  return story.at(at).calls(name, params, 'issues.new', trigger).answers(200, { result })
}
