/** Says of the text of a payload, before it is parsed, that a value cannot be in it: parsing takes many times as long as looking. */

/** Where an escape stands, a text is not what it says; these two alone of all letters are other ones in lower case that are ASCII. */
const IS_UNSURE = /[\\\u0130\u212a]/

/** What a number may read that is written in another way, such as `1e999`, or `1000000000000000000000`. */
const OF_NUMBERS = ['infinity', 'e']

/** `names` lead to the value, `pattern` is what it is compared with. False where it is certain. */
export function mayHold(names: readonly string[], pattern: string): (text: string) => boolean {
  const inName = longest(names.flatMap(wordsOf))
  const inValue = longest(wordsOf(pattern).filter((word) => !OF_NUMBERS.some((each) => each.includes(word))))
  const wanted = [inValue, inName].filter((word) => word !== '').map((word) => new RegExp(word, 'i'))
  return (text) => wanted.every((word) => word.test(text)) || IS_UNSURE.test(text)
}

/** Letters stand in JSON as they are; digits may be those of a number, which has many spellings. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z_]+/g) ?? []
}

function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), '').slice(0, 100)
}
