/** What the words of an issue must be: something to see in the title, and nothing that a text cannot hold. */

import { ValueError } from '../live/view.ts'

/** Characters, as people count them, not UTF-16 units. */
const TITLE_LIMIT = 200

/** White space, joiners, direction marks, fillers: whatever leaves no mark on a page. U+2800 is an empty Braille cell. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** The title without the space around it. @throws ValueError for the person to read */
export function readTitle(text: string): string {
  if (UNSEEN.test(text)) throw new ValueError('Title is required')
  const title = text.trim()
  if ([...title].length > TITLE_LIMIT) throw new ValueError(`Title is longer than ${TITLE_LIMIT} characters`)
  return readable('Title', title, /[^\P{Cc}\t]|\p{Cs}/u)
}

/** The description as it is. @throws ValueError for the person to read */
export function readDescription(text: string): string {
  return readable('Description', text, /[^\P{Cc}\t\n\r]|\p{Cs}/u)
}

/** SQLite ends a text at NUL for some of its functions, and stores another character for half of a surrogate pair. */
function readable(field: string, text: string, wrong: RegExp): string {
  const found = wrong.exec(text)?.[0].codePointAt(0)
  if (found === undefined) return text
  const what = found >= 0xd800 ? 'half of a character' : 'a control character'
  const code = `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
  throw new ValueError(`${field} holds ${what} (${code}) that cannot be stored. Remove it and try again.`)
}
