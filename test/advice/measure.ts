/** How well the rules do on twins: each finding on a recording of its own mistake is right, and every other one is wrong. */
import { advise } from '../../src/core/advice/advise.ts'
import type { Twin } from './twin.ts'

interface Measured {
  precision: number
  recall: number
  /** What was found and should not have been, and what was not found. */
  wrong: string[]
}

export function measure(twins: readonly Twin[]): Measured {
  let right = 0
  let found = 0
  let wanted = 0
  const wrong: string[] = []
  for (const { id, variant, is, rows } of twins) {
    const name = `${id} ${variant} ${is}`
    const rules = new Set<string>(advise(rows).map(({ rule }) => rule))
    found += rules.size
    if (is === 'on') wanted += 1
    if (is === 'on' && rules.has(id)) right += 1
    else if (is === 'on') wrong.push(`${name}: not found`)
    for (const rule of rules) if (is === 'off' || rule !== id) wrong.push(`${name}: ${rule}`)
  }
  return { precision: right / found, recall: right / wanted, wrong }
}
