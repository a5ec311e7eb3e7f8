/** What a person expects before a run, and what the figures say of it. */
import { formatBytes, formatMany, formatTimes } from '../numbers.ts'
import { areAlike } from './alike.ts'
import type { Cost } from './cost.ts'
import { isHarmed } from './sentences.ts'

export interface Question {
  id: 'bytes' | 're-render' | 'harm'
  asks: string
  options: readonly Option[]
}

interface Option {
  id: string
  says: string
}

export interface Judged {
  id: Question['id']
  /** Undefined where nothing was predicted, or where the figures do not decide. */
  right: boolean | undefined
  says: string
}

export const QUESTIONS: readonly Question[] = [
  {
    id: 're-render',
    asks: 'Which side will be re-rendered?',
    options: [
      { id: 'handler', says: 'the handler’s' },
      { id: 'function', says: 'the function’s' },
      { id: 'both', says: 'both' },
      { id: 'neither', says: 'neither' },
    ],
  },
  {
    id: 'bytes',
    asks: 'Which moves more bytes?',
    options: [
      { id: 'handler', says: 'the handler' },
      { id: 'function', says: 'the function' },
      { id: 'alike', says: 'about the same' },
    ],
  },
  {
    id: 'harm',
    asks: 'Will the handler get in the way of your typing?',
    options: [
      { id: 'yes', says: 'yes: focus, caret or text' },
      { id: 'no', says: 'no' },
    ],
  },
]

const ANSWERS: Record<
  Question['id'],
  (handler: Cost, called: Cost) => { answer: string | undefined; says: string }
> = {
  're-render': (handler, called) => ({
    answer:
      handler.rerenders > 0
        ? called.rerenders > 0
          ? 'both'
          : 'handler'
        : called.rerenders > 0
          ? 'function'
          : 'neither',
    says: `the handler’s ${formatTimes(handler.rerenders)}, the function’s ${formatTimes(called.rerenders)}`,
  }),
  bytes: (handler, called) => {
    const [left, right] = [handler.sent + handler.received, called.sent + called.received]
    return {
      answer:
        left + right === 0
          ? undefined
          : areAlike(left, right)
            ? 'alike'
            : left > right
              ? 'handler'
              : 'function',
      says: `${formatBytes(left)} with the handler, ${formatBytes(right)} with the function`,
    }
  },
  harm: (handler) => {
    const isKnown = handler.harm !== undefined || isHarmed(handler)
    return {
      answer: isKnown ? (isHarmed(handler) ? 'yes' : 'no') : undefined,
      says: !isKnown
        ? 'it was not measured'
        : isHarmed(handler)
          ? `it did${handler.missed > 0 ? `, and ${formatMany(handler.missed, 'key', 'keys')} went nowhere` : ''}`
          : 'it did not',
    }
  },
}

/** `predicted`: the option chosen for each question, by the question's id. */
export function judge(
  predicted: Readonly<Partial<Record<Question['id'], string>>>,
  handler: Cost,
  called: Cost,
): Judged[] {
  return QUESTIONS.map(({ id, options }) => {
    const { answer, says } = ANSWERS[id](handler, called)
    const expected = options.find((option) => option.id === predicted[id])
    const right = expected === undefined || answer === undefined ? undefined : expected.id === answer
    const words = expected === undefined ? 'You predicted nothing' : `You said: ${expected.says}`
    return { id, right, says: `${words}. It was: ${says}.` }
  })
}
