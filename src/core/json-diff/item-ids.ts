/** The ids by which the items of two arrays are told apart, where they have any. */
import { isContainer, memberOf } from './identities.ts'

const NAMES = ['id', 'pk', 'key'] as const

/** Of both arrays, when every item is an object with a text or number under the same name, and no two of one array have the same. */
export function idsOf(
  before: readonly unknown[],
  after: readonly unknown[],
): [unknown[], unknown[]] | undefined {
  for (const name of NAMES) {
    const [ids, others] = [idsUnder(name, before), idsUnder(name, after)]
    if (ids && others) return [ids, others]
  }
  return undefined
}

function idsUnder(name: string, items: readonly unknown[]): unknown[] | undefined {
  const ids = items.map((item) =>
    isContainer(item) && !Array.isArray(item) ? memberOf(item, name) : undefined,
  )
  const isIds = ids.every((id) => typeof id === 'string' || typeof id === 'number' || typeof id === 'bigint')
  return isIds && new Set(ids).size === ids.length ? ids : undefined
}
