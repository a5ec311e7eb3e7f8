/** A list of words in a contract's data; a single one need not be in a list. */

/** Undefined when it is anything else. */
export function readWords(value: unknown): string[] | undefined {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined
}

/** As `readWords`, and every word is one of these. */
export function readSome<T extends string>(value: unknown, known: readonly T[]): T[] | undefined {
  const words = readWords(value)
  const found = words?.flatMap((word) => known.filter((each) => each === word))
  return found && found.length > 0 && found.length === words?.length ? [...new Set(found)] : undefined
}

/** The word itself when it is the only one, as a person would write it. */
export function writeWords<T>(words: readonly T[]): T | T[] {
  const [only] = words
  return words.length === 1 && only !== undefined ? only : [...words]
}
