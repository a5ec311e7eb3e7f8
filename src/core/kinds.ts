/** The glyph and the words of each kind; the hue is the stylesheet's. */
import type { Exchange, Kind } from './exchange.ts'

export const KINDS: Record<Kind, { glyph: string; one: string; many: string }> = {
  call: { glyph: '→', one: 'call', many: 'calls' },
  dispatch: { glyph: '⟳', one: 'dispatch', many: 'dispatches' },
  push: { glyph: '⇣', one: 'push', many: 'pushes' },
  navigation: { glyph: '↗', one: 'navigation', many: 'navigations' },
  system: { glyph: '·', one: 'system', many: 'system' },
}

/** In the order in which they are told. */
export const KIND_ORDER: readonly Kind[] = ['call', 'dispatch', 'push', 'navigation', 'system']

/** In one sentence what such a row is, for its tooltip. */
export function kindSentence({ kind, via }: Exchange): string {
  switch (kind) {
    case 'call':
      return via === 'api' ? 'A call of an API handler' : 'A call of a server function'
    case 'dispatch':
      return 'An event sent to a live view'
    case 'push':
      return 'The server spoke first'
    case 'navigation':
      return 'A navigation of the live view'
    case 'system':
      return "The runtime's own traffic"
  }
}
