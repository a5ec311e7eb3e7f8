/** Secrets whose value is known, wherever they stand: CSRF tokens, and what was typed into password fields. */
import { bare, indexOf, type List, min, newList, without } from './pristine.ts'
import type { Kind } from './secret-names.ts'

/** Shorter ones would be found in everything. */
const shortest = (kind: Kind) => (kind === 'csrf' ? 12 : 6)
/** The shortest make room. */
const REMEMBERED = 100

export interface KnownSecret {
  secret: string
  kind: Kind
}

export interface KnownSecrets {
  /** Longer ones first, because a shorter one may be a part of them. */
  list: List<KnownSecret>
  /** What was hidden so far, by its text. */
  placeholders: Record<string, string>
  /** `before`: what stood there last. It is forgotten if it only grew and was never hidden, as nobody has sent it. */
  learn(secret: string, kind: 'csrf' | 'password', before?: KnownSecret): KnownSecret
}

export function createKnownSecrets(): KnownSecrets {
  const placeholders = bare<Record<string, string>>({})
  const known: KnownSecrets = {
    list: newList(),
    placeholders,
    learn(secret, kind, before) {
      if (before && !indexOf(secret, before.secret) && !placeholders[before.secret])
        known.list = without(known.list, before)
      const { list } = known
      const fresh = { secret, kind }
      for (let i = 0; i < list.length; i++) if (list[i]?.secret === secret) return list[i] as KnownSecret
      if (secret.length < shortest(kind)) return fresh
      let i = min(list.length, REMEMBERED - 1)
      for (; i > 0 && (list[i - 1] as KnownSecret).secret.length < secret.length; i--)
        list[i] = list[i - 1] as KnownSecret
      list[i] = fresh
      return fresh
    },
  }
  return known
}
