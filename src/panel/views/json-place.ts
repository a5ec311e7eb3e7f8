/** A value where it stands in the JSON around it, and how a script would write the way to it. */
import { quoteJson } from '../../core/hidden-characters.ts'

export interface Place {
  value: unknown
  /** Name of a member or index of an item; empty for the whole. */
  step: string | number
  /** What it stands in; undefined for the whole. */
  around: Place | undefined
}

const PLAIN = /^[A-Za-z_$][\w$]*$/

/** `result.tags[0]["odd name"]`, from the whole on; empty for the whole itself. */
export function pathOf(place: Place): string {
  const steps = stepsTo(place).map((step) => {
    if (typeof step === 'number') return `[${step}]`
    return PLAIN.test(step) ? `.${step}` : `[${quoteJson(step)}]`
  })
  return steps.join('').replace(/^\./, '')
}

/** From the whole on. */
function stepsTo(place: Place): (string | number)[] {
  const steps: (string | number)[] = []
  for (let at = place; at.around; at = at.around) steps.push(at.step)
  return steps.reverse()
}

export function depthOf(place: Place): number {
  let depth = 0
  for (let at = place.around; at; at = at.around) depth += 1
  return depth
}

/** Two ways to say one place: nothing that was read from JSON stands in two. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.step === other.step && one.around?.value === other.around?.value
}
