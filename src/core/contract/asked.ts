/** What may be asked, in words: `call search_tags`; a name alone is of any kind. */
import type { Exchange, Kind } from '../exchange.ts'
import type { Asked } from './contract.ts'

const KINDS: readonly Kind[] = ['call', 'dispatch', 'push', 'navigation', 'system']

export function askedWords({ kind, name }: Asked): string {
  return kind ? `${kind} ${name}` : name
}

export function readAsked(words: string): Asked {
  const kind = KINDS.find((each) => words.startsWith(`${each} `))
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
