/** Secrets whose value is known, wherever they stand: CSRF tokens, and what was typed into password fields. */
import { type List, min, newList } from './pristine.ts'
import type { Kind } from './secret-names.ts'

/** Shorter ones would be found in everything. */
const SHORTEST = { csrf: 12, password: 4 }
/** The shortest make room. */
const REMEMBERED = 100

export interface KnownSecret {
  text: string
  kind: Kind
}

export interface KnownSecrets {
  /** Longer ones first, because a shorter one may be a part of them. */
  list: List<KnownSecret>
  learn(text: string, kind: 'csrf' | 'password'): void
}

export function createKnownSecrets(): KnownSecrets {
  const list = newList<KnownSecret>()
  return {
    list,
    learn(text, kind) {
      for (let i = 0; i < list.length; i++) if (list[i]?.text === text) return
      if (text.length < SHORTEST[kind]) return
      let i = min(list.length, REMEMBERED - 1)
      for (; i > 0 && (list[i - 1] as KnownSecret).text.length < text.length; i--)
        list[i] = list[i - 1] as KnownSecret
      list[i] = { text, kind }
    },
  }
}
