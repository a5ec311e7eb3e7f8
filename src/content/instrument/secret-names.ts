/** Which names say that a value is secret. */
import { exec } from './pristine.ts'

/** What a placeholder says that it stands for. */
export type Kind = 'csrf' | 'password' | 'secret'

/** The first two anywhere in a name; the others end it, so that `token_count` is none. Whole texts are looked through too. */
const telling =
  /(csrf)|(pass(?:w|phrase|code)|pwd)|(?:secret|token|authorization|(?:api|access|private|secret)[_-]?key|sessionid|cookies?|credentials?)(?!\w)/i

/** Of a name, or of the first such name that a text seems to hold. */
export function kindOfName(name: string): Kind | undefined {
  const found = exec(telling, name)
  return found ? (found[1] ? 'csrf' : found[2] ? 'password' : 'secret') : undefined
}

/** From the end, so that no text, however long, is looked through twice. */
const last = /^(?:.*[[\].])?([^[\].]+)/s

/** The last part of a nested name: `user[pin]`, `user.pin` and `pin[]` are all `pin`. */
export const innermost = (name: string): string => exec(last, name)?.[1] ?? name
