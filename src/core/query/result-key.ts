/** `result.name:bug`: what a call answered, without the envelope that djust puts about it (djust-wire 2.11, 4.2). */
import { isRecord } from '../is-record.ts'
import type { PathKey } from './key.ts'
import { readBody } from './read-body.ts'

export const resultKey: PathKey = {
  name: 'result',
  says: 'what a call answered: result.id:7',
  reads: 'payload',
  bodiesOf: ({ kind, answers }) => (kind === 'call' ? answers : []),
  rootsOf({ kind, answers }) {
    if (kind !== 'call') return []
    return answers.flatMap((answer) => {
      const json = readBody(answer)
      return isRecord(json) && 'result' in json ? [json['result']] : []
    })
  },
}
