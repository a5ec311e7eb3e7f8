/** What may be asked, in words: `call search_tags`; a name alone is of any kind. */
import type { Exchange } from '../exchange.ts'
import { KIND_ORDER } from '../kinds.ts'
import type { Asked } from './contract.ts'

export function askedWords({ kind, name }: Asked): string {
  return kind ? `${kind} ${name}` : name
}

export function readAsked(words: string): Asked {
  const kind = KIND_ORDER.find((each) => words.startsWith(`${each} `))
  return kind ? { kind, name: words.slice(kind.length + 1) } : { name: words }
}

export function isAskedFor({ kind, name }: Asked, row: Exchange): boolean {
  return row.name === name && (kind === undefined || row.kind === kind)
}

/** In the order in which they first appear. */
export function allAsked(rows: readonly Exchange[]): Asked[] {
  const found = new Map<string, Asked>()
  for (const { kind, name } of rows) found.set(`${kind} ${name}`, { kind, name })
  return [...found.values()]
}
