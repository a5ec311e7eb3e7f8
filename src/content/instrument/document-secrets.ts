/** What this document shows to be secret: the names of its password fields, and its CSRF tokens. */
import { decode, exec, newList, quietly } from './pristine.ts'
import { cookieOf, findAll, getAttribute, now } from './pristine-dom.ts'
import type { Secrets } from './redactor.ts'

/** A look holds this long, ms, unless the user did something meanwhile: nothing is typed into a field without an event. */
const HOLDS = 1000

const PLACES = 'input[type=password][name],input[type=hidden][name^=csrf],meta[name^=csrf]'
const csrfCookie = /(?:^|;\s*)csrftoken=([^;]+)/

interface DocumentSecrets {
  look(): Secrets
  /** The user did something: look again before the next body. */
  spoil(): void
}

export function watchSecrets(): DocumentSecrets {
  let known: Secrets = { fields: newList<string>(), tokens: newList<string>() }
  let until = 0

  function look() {
    known = { fields: newList<string>(), tokens: newList<string>() }
    until = now() + HOLDS
    const { fields, tokens } = known
    const places = findAll(document, PLACES)
    for (let i = 0; places[i]; i++) {
      const attribute = (name: string) => getAttribute(places[i], name)
      if (attribute('type') === 'password') fields[fields.length] = attribute('name') as string
      else tokens[tokens.length] = attribute('value') ?? attribute('content') ?? ''
    }
    // A sandboxed document has no cookies and says so by throwing.
    const cookie = exec(csrfCookie, cookieOf(document))?.[1]
    if (cookie) tokens[tokens.length] = decode(cookie)
  }

  return {
    look() {
      if (now() >= until) quietly(look)
      return known
    },
    spoil() {
      until = 0
    },
  }
}
