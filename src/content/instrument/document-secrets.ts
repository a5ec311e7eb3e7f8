/** What this document shows to be secret: the names and values of its password fields, and its CSRF tokens. */
import { createKnownSecrets, type KnownSecret } from './known-secrets.ts'
import { decode, exec, holds, newList, PristineWeakMap, quietly, take, weakGet, weakSet } from './pristine.ts'
import { cookieOf, findAll, getAttribute, matches, now, stateOf } from './pristine-dom.ts'
import type { Secrets } from './redactor.ts'
import { innermost } from './secret-names.ts'

const [typedIn] = take(HTMLInputElement, 'value')

/** A look holds this long, ms, unless there is a password field, which a script may fill in without an event. */
const HOLDS = 1000

const PASSWORD = 'input:is([type=password],[autocomplete$=password])'
const PLACES = `${PASSWORD},[name^=csrf]`
/** What a field's value goes by when it is sent. */
const NAMES = ['name', 'id', 'dj-model']
const csrfCookie = /(?:^|;\s*)csrftoken=([^;]+)/

interface DocumentSecrets extends Secrets {
  /** Brings them up to date. */
  look(): void
  /** The user did something to this element, or the runtime named it. Answers whether it is, or once was, a password field. */
  notice(element: unknown): boolean
}

export function watchSecrets(): DocumentSecrets {
  /** Never forgotten: what was typed is sent after its field was removed, or shown as text. */
  const fields = newList<string>()
  const known = createKnownSecrets()
  const elements = new PristineWeakMap<object, KnownSecret>()
  let until = 0

  function learn(element: object) {
    until = 0
    weakSet(elements, element, known.learn(typedIn(element), 'password', weakGet(elements, element)))
    for (let i = 0; i < NAMES.length; i++) {
      const name = innermost(getAttribute(element, NAMES[i] as string) ?? '')
      if (name && !holds(fields, name)) fields[fields.length] = name
    }
  }

  function look() {
    // While the parser brings more, every look is out of date at once.
    until = stateOf(document) === 'loading' ? 0 : now() + HOLDS
    const places = findAll(document, PLACES)
    for (let i = 0; places[i]; i++) {
      const place = places[i] as Element
      if (matches(place, PASSWORD)) learn(place)
      else known.learn(getAttribute(place, 'value') ?? getAttribute(place, 'content') ?? '', 'csrf')
    }
    // A sandboxed document has no cookies and says so by throwing.
    const cookie = exec(csrfCookie, cookieOf(document))?.[1]
    if (cookie) known.learn(decode(cookie), 'csrf')
  }

  return {
    fields,
    known,
    look: () => now() >= until && quietly(look),
    notice(element) {
      until = 0
      quietly(() => (weakGet(elements, element) ?? matches(element, PASSWORD)) && learn(element as object))
      return !!weakGet(elements, element)
    },
  }
}
