/** What this document shows to be secret: the names of its password fields, and its CSRF tokens. */
import { bare, decode, exec, newList, PristineWeakMap, quietly, weakGet, weakSet } from './pristine.ts'
import { cookieOf, findAll, getAttribute, matches, now, stateOf } from './pristine-dom.ts'
import type { Secrets } from './redactor.ts'

/** A look holds this long, ms, unless the user did something meanwhile: nothing is typed into a field without an event. */
const HOLDS = 1000

const PASSWORD = 'input[type=password]'
const PLACES = `${PASSWORD},input[type=hidden][name^=csrf],meta[name^=csrf]`
/** What a field's value goes by when it is sent. */
const NAMES = ['name', 'id', 'dj-model']
const csrfCookie = /(?:^|;\s*)csrftoken=([^;]+)/

interface DocumentSecrets {
  look(typed: boolean | undefined): Secrets
  /** The user did something to this element, or the runtime named it: look again before the next body. Answers whether it is, or once was, a password field. */
  notice(element: unknown): boolean
}

export function watchSecrets(): DocumentSecrets {
  /** Never forgotten: what was typed is sent after its field was removed, or shown as text. */
  const fields = newList<string>()
  const names = bare<Record<string, true>>({})
  const elements = new PristineWeakMap<object, true>()
  let tokens = newList<string>()
  let until = 0

  function learn(element: object) {
    weakSet(elements, element, true)
    for (let i = 0; i < NAMES.length; i++) {
      const name = getAttribute(element, NAMES[i] as string)
      if (!name || names[name]) continue
      names[name] = true
      fields[fields.length] = name
    }
  }

  function look() {
    tokens = newList<string>()
    // While the parser brings more, every look is out of date at once.
    until = stateOf(document) === 'loading' ? 0 : now() + HOLDS
    const places = findAll(document, PLACES)
    for (let i = 0; places[i]; i++) {
      const place = places[i] as Element
      if (matches(place, PASSWORD)) learn(place)
      else tokens[tokens.length] = getAttribute(place, 'value') ?? getAttribute(place, 'content') ?? ''
    }
    // A sandboxed document has no cookies and says so by throwing.
    const cookie = exec(csrfCookie, cookieOf(document))?.[1]
    if (cookie) tokens[tokens.length] = decode(cookie)
  }

  return {
    look(typed) {
      if (now() >= until) quietly(look)
      return { fields, tokens, typed }
    },
    notice(element) {
      until = 0
      quietly(() => matches(element, PASSWORD) && learn(element as Element))
      return weakGet(elements, element) === true
    },
  }
}
