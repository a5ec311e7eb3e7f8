/** Which mishap is looked at, and whether it is on: read from the address of the page, and written into it. */
import type { MishapCard } from '../../protocol/mishap-card.ts'

export interface Chosen {
  card: MishapCard
  on: boolean
}

/** `?on=no-debounce` or `?off=no-debounce`; the first one, off, where the address names none. Null for one that there is not. */
export function chosenIn(search: string, cards: readonly MishapCard[]): Chosen | null {
  const query = new URLSearchParams(search)
  const named = query.get('on') ?? query.get('off')
  const card = named === null ? cards[0] : cards.find(({ id }) => id === named)
  return card ? { card, on: query.has('on') } : null
}

/** The address with this choice in it, and everything else as it was. */
export function addressOf(href: string, { card, on }: Chosen): URL {
  const address = new URL(href)
  for (const name of ['on', 'off']) address.searchParams.delete(name)
  address.searchParams.set(on ? 'on' : 'off', card.id)
  return address
}
