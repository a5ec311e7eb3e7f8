/** How a name that a person wants hidden may stand in a payload: as it was typed, small, in capitals, or with a capital first. */
export function spellingsOf(name: string): string[] {
  const small = name.toLowerCase()
  return [name, small, name.toUpperCase(), `${small.slice(0, 1).toUpperCase()}${small.slice(1)}`]
}
