/** What this document shows to be secret: the names and values of its password fields, and its CSRF tokens. */
import { createKnownSecrets, type KnownSecret } from './known-secrets.ts'
import {
  bare,
  decode,
  each,
  exec,
  newList,
  PristineWeakMap,
  quietly,
  take,
  weakGet,
  weakSet,
} from './pristine.ts'
import { cookieOf, findAll, getAttribute, matches, now, stateOf } from './pristine-dom.ts'
import type { Secrets } from './redactor.ts'
import { innermost, type Kind } from './secret-names.ts'

const [typedIn] = take(HTMLInputElement, 'value')

/** The document is searched again after this long, ms, or once the user has done something. */
const HOLDS = 1000

const PASSWORD = 'input:is([type=password],[autocomplete$=password])'
const PLACES = `${PASSWORD},[name^=csrf]`
/** What a field's value goes by when it is sent. */
const NAMES = ['name', 'id', 'dj-model']
const csrfCookie = /(?:^|;\s*)csrftoken=([^;]+)/

/** A password field as it was last. */
interface Field {
  names: string
  secret: KnownSecret
}

interface DocumentSecrets extends Secrets {
  /** Brings them up to date. */
  look(): void
  /** The user did something to this element (`acted`), or the runtime named it. Answers whether it is a password field, or one that is shown. */
  notice(element: unknown, acted?: boolean): boolean
}

export function watchSecrets(): DocumentSecrets {
  /** Never forgotten: what was typed is sent after its field was removed, or shown as text. */
  const fields = bare<Record<string, Kind>>({})
  const known = createKnownSecrets()
  const seen = new PristineWeakMap<object, Field>()
  let passwords = newList<Element>()
  let until = 0

  function learn(element: object): boolean {
    const before = weakGet(seen, element)
    let names = ''
    each(NAMES, (name) => {
      names += `${getAttribute(element, name)} `
    })
    // Under its old names it is a password that is shown; under others, morphing has made another field of it.
    if (before?.names !== names && !matches(element, PASSWORD)) return false
    weakSet(seen, element, { names, secret: known.learn(typedIn(element), 'password', before?.secret) })
    each(NAMES, (name) => {
      fields[innermost(getAttribute(element, name) ?? '')] = 'password'
    })
    return true
  }

  function search() {
    // While the parser brings more, every search is out of date at once.
    until = stateOf(document) === 'loading' ? 0 : now() + HOLDS
    passwords = newList()
    const places = findAll(document, PLACES)
    for (let i = 0; places[i]; i++) {
      const place = places[i] as Element
      if (matches(place, PASSWORD)) passwords[passwords.length] = place
      else known.learn(getAttribute(place, 'value') ?? getAttribute(place, 'content') ?? '', 'csrf')
    }
    // A sandboxed document has no cookies and says so by throwing.
    const cookie = exec(csrfCookie, cookieOf(document))?.[1]
    if (cookie) known.learn(decode(cookie), 'csrf')
  }

  function notice(element: unknown, acted?: boolean): boolean {
    if (acted) until = 0
    return quietly(learn, element as object) ?? false
  }

  return {
    fields,
    known,
    look() {
      if (now() >= until) quietly(search)
      // A script may fill them in without an event.
      each(passwords, (field) => notice(field))
    },
    notice,
  }
}
