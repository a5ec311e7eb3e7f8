/** Reads a number with a unit, as a person types one. */

/** What a size may be typed in, as the Network panel reads it; bytes. */
export const SIZE_UNITS: Units = new Map([
  ['', 1],
  ['b', 1],
  ['k', 1_000],
  ['kb', 1_000],
  ['m', 1_000_000],
  ['mb', 1_000_000],
])

/** How much one of each unit is, by its name in small letters; the empty name for no unit. */
export type Units = ReadonlyMap<string, number>

/** `10k`, `1.5 MB`, `4,000` → that many of the smallest unit; undefined for what is none. A comma stands between thousands only. */
export function readAmount(text: string, units: Units): number | undefined {
  const plain = text.trim().replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
  const [, digits, unit = ''] = /^(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)$/i.exec(plain) ?? []
  const one = units.get(unit.toLowerCase())
  return digits === undefined || one === undefined ? undefined : Number(digits) * one
}
