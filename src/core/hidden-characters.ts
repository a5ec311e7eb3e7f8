/** Characters that a reader does not see, or that make the text around them look like another: none may stand bare in what is copied. */

/** Controls, formats (bidi and zero-width among them), halves of pairs, and the two that end a line in some languages. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

export function replaceHidden(text: string, replace: (character: string) => string): string {
  return text.replace(HIDDEN, replace)
}

/** `\u202e`, as JSON and JavaScript write it: a unit each. */
export function unitEscapes(character: string): string {
  let escapes = ''
  for (let at = 0; at < character.length; at += 1)
    escapes += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
  return escapes
}

/** A JSON string, which is a string of JavaScript too. */
export function quoteJson(text: string): string {
  return replaceHidden(JSON.stringify(text), unitEscapes)
}
