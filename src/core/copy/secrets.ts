/** The placeholders that stand where secrets were (`‹password#1›`, see the instrument's redactor), and what code calls them. */

export interface Secret {
  kind: 'cookie' | 'csrf' | 'password' | 'secret'
  /** Counted from 1 within its kind. */
  number: number
}

const PLACEHOLDER = /‹(csrf|password|secret)#(\d{1,6})›/

/** The page's CSRF token, which formats write by this placeholder where a request carries it unseen. */
export const CSRF = '‹csrf#1›'
/** The cookies of whoever asks: a site may name them as it likes, and no payload carries them. */
export const COOKIE: Secret = { kind: 'cookie', number: 1 }

/** A text cut into what was said and what was secret; never empty. */
export function piecesOf(text: string): (string | Secret)[] {
  // A pattern with groups splits into text, kind and number by turns.
  const parts = text.split(PLACEHOLDER)
  const pieces: (string | Secret)[] = []
  for (let at = 0; at < parts.length; at += 3) {
    const said = parts[at] ?? ''
    if (said !== '') pieces.push(said)
    const kind = parts[at + 1]
    if (kind === 'csrf' || kind === 'password' || kind === 'secret')
      pieces.push({ kind, number: Number(parts[at + 2]) })
  }
  return pieces.length === 0 ? [''] : pieces
}

/** How often placeholders of each kind stand in a text. */
export type PlaceholderCounts = Record<'csrf' | 'password' | 'secret', number>

/** Adds those of one more text. */
export function countPlaceholders(text: string, counts: PlaceholderCounts): void {
  for (const piece of piecesOf(text))
    if (typeof piece === 'object' && piece.kind !== 'cookie') counts[piece.kind] += 1
}

const NAMES = { csrf: 'csrftoken', password: 'password', secret: 'secret', cookie: 'cookie' }

/** `csrftoken`, `password`, `password2` … */
export function nameOf({ kind, number }: Secret): string {
  return `${NAMES[kind]}${number > 1 ? number : ''}`
}

/** `CSRFTOKEN`, `PASSWORD`, `PASSWORD2` … */
export function shellNameOf(secret: Secret): string {
  return nameOf(secret).toUpperCase()
}

const MEANINGS = {
  csrf: 'the csrftoken cookie of your browser, or the csrfmiddlewaretoken of the page',
  password: 'the password that was sent',
  secret: 'the secret that was sent',
  cookie: 'the Cookie header of a request to this site, as the Network panel shows it',
}

/** Completes “Set it to …”. No quotes and no signs that any shell reads. */
export function meaningOf({ kind }: Secret): string {
  return MEANINGS[kind]
}

/** Remembers which secrets a text has named, each once. */
export interface NamedSecrets {
  name(secret: Secret): void
  all(): Secret[]
}

export function createNamedSecrets(): NamedSecrets {
  const named = new Map<string, Secret>()
  return {
    name(secret) {
      named.set(nameOf(secret), secret)
    },
    all: () => [...named.values()],
  }
}
