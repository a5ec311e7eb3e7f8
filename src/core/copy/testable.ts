/** Whether a test could expect of an exchange what came of it. */
import type { Exchange } from '../exchange.ts'
import type { Suitability } from './copy-format.ts'
import { refuse } from './payload.ts'

export function readTestable({ status, answers, verdict, transport }: Exchange): Suitability {
  if (transport === 'none') return refuse('Nothing was sent, so a test has no answer to wait for.')
  if (status === 'pending') return refuse('Its answer has not come yet, so a test has nothing to expect.')
  if (status === 'lost' || status === 'abandoned' || answers.length === 0)
    return refuse('Nobody got its answer, so a test has nothing to expect.')
  if (status === 'limited')
    return refuse('It was refused for being too frequent, which a test would not meet.')
  if (verdict.render === 'dropped')
    return refuse('Its answer came and was not applied, which a test would not meet again.')
  return { ok: true }
}
