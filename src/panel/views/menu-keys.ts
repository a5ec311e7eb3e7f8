/** Which item of a menu a key leads to (ARIA's pattern): round and round, to either end, or to what begins with the letters typed. */

/** Letters that come within this time, ms, are one word. */
const PAUSE = 700

/**
 * Answers a function from a key and the item it was pressed on (-1 for none) to the item to go to; undefined for a key that
 * leads to none. It remembers what is being typed.
 */
export function createMenuKeys() {
  let typed = ''
  let last = Number.NEGATIVE_INFINITY

  function find(letter: string, at: number, titles: readonly string[], now: number): number | undefined {
    typed = now - last > PAUSE ? letter : typed + letter
    last = now
    // The same letter again goes on to the next; a word in the making may still mean where it stands.
    const isRepeat = [...typed].every((each) => each === letter)
    const word = isRepeat ? letter : typed
    for (let step = isRepeat ? 1 : 0; step <= titles.length; step++) {
      const index = (Math.max(at, isRepeat ? -1 : 0) + step) % titles.length
      if (titles[index]?.toLowerCase().startsWith(word)) return index
    }
    return undefined
  }

  return (
    { key, timeStamp }: Pick<KeyboardEvent, 'key' | 'timeStamp'>,
    at: number,
    titles: readonly string[],
  ): number | undefined => {
    switch (key) {
      case 'ArrowDown':
        return (at + 1) % titles.length
      case 'ArrowUp':
        return (Math.max(at, 0) + titles.length - 1) % titles.length
      case 'Home':
        return 0
      case 'End':
        return titles.length - 1
    }
    return [...key].length === 1 && key !== ' ' ? find(key.toLowerCase(), at, titles, timeStamp) : undefined
  }
}
