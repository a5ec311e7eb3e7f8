/** Says in words what the steps of a mishap are, so that the page and the tests mean the same. */

import type { Step } from './mishap.ts'

const TIMES: Readonly<Record<number, string>> = {
  2: 'twice',
  3: 'three times',
  4: 'four times',
  5: 'five times',
}

/** `Type “reg” into “Search tags”, empty it, type “saf”.` Whoever stays in a field need not be told which. */
export function stepWords(steps: readonly Step[]): string {
  let field = ''
  const words = steps.map((step) => {
    const before = field
    if ('click' in step) {
      field = ''
      return `click “${step.click}”${step.times ? ` ${TIMES[step.times] ?? `${step.times} times`}` : ''}`
    }
    field = 'empty' in step ? step.empty : step.into
    const isSame = before === field
    if ('empty' in step) return `empty ${isSame ? 'it' : `“${field}”`}`
    const typed = `type “${step.type.trim()}”${step.pace ? ` ${step.pace}` : ''}`
    return isSame ? typed : `${typed} into “${field}”`
  })
  const sentence = words.join(', ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}
