/** Names that a page chose, made fit for a sentence: short, on one line, and unable to turn the sentence around. */

/** Code units. */
const LONGEST = 80

/** Characters that are not seen, or that change the direction of what follows, are written as their code. */
export function quote(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return short.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
}
