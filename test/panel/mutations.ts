/** Ways in which a recording is hurt on its way, each at a place that the dice choose. */

/** The same seed rolls the same numbers; `below(n)` is from 0 to n - 1. */
export interface Dice {
  below(count: number): number
  pick<T>(of: readonly T[]): T
}

/** Mulberry32. */
export function diceOf(seed: number): Dice {
  let state = seed
  const below = (count: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * count)
  }
  return { below, pick: <T>(of: readonly T[]) => of[below(of.length)] as T }
}

const DEEP = 100_000
const VALUES = [
  'null',
  'true',
  '""',
  '"\\ud800"',
  '[]',
  '{}',
  '-1',
  '0.5',
  '9007199254740993',
  '1e308',
  '-1e308',
  '1e999',
  '{"__proto__":{"polluted":true}}',
  `${'['.repeat(50)}${']'.repeat(50)}`,
]
const LINES = [
  '',
  'garbage',
  '\0\0\0',
  '[',
  'null',
  '7',
  '"text"',
  '{}',
  '{"doc":"then"}',
  '{"doc":7,"fact":{}}',
  '{"doc":"__proto__","frame":0,"fact":{"seq":0,"at":0,"type":"leave","kept":false}}',
  '{"doc":"then","frame":0,"fact":{"seq":3,"at":1,"type":"no-such-type"}}',
  '['.repeat(DEEP),
  `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  `{"doc":"then","fact":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`,
]

type OnLines = (lines: string[], dice: Dice) => string[]
const at = (lines: string[], place: number, ...put: string[]) => lines.toSpliced(place, 1, ...put)

export const ON_LINES: Record<string, OnLines> = {
  cut: (lines, dice) => {
    const text = lines.join('\n')
    return text.slice(0, dice.below(text.length)).split('\n')
  },
  'line removed': (lines, dice) => at(lines, dice.below(lines.length)),
  'line doubled': (lines, dice) => {
    const place = dice.below(lines.length)
    return lines.toSpliced(place, 0, lines[place] ?? '')
  },
  'lines swapped': (lines, dice) => {
    const [one, other] = [dice.below(lines.length), dice.below(lines.length)]
    return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '')
  },
  'line put in': (lines, dice) => lines.toSpliced(dice.below(lines.length), 0, dice.pick(LINES)),
  'line replaced': (lines, dice) => at(lines, dice.below(lines.length), dice.pick(LINES)),
  'value of another type': (lines, dice) => {
    const place = dice.below(lines.length)
    const values = [...(lines[place] ?? '').matchAll(/(?<=":)(?:"(?:[^"\\]|\\.)*"|[-\d.]+|true|false|null)/g)]
    const value = dice.pick(values)
    if (!value) return lines
    const line = lines[place] ?? ''
    const changed = `${line.slice(0, value.index)}${dice.pick(VALUES)}${line.slice(value.index + value[0].length)}`
    return at(lines, place, changed)
  },
  'header again': (lines, dice) => lines.toSpliced(dice.below(lines.length), 0, lines[0] ?? ''),
  'newer version': (lines) => at(lines, 0, (lines[0] ?? '').replace(/"version":\d+/, '"version":2')),
  'two in one': (lines) => [...lines, ...lines],
  'other line ends': (lines) => lines.map((line) => `${line}\r`),
  'laid out anew': (lines) => JSON.stringify(lines, null, 2).split('\n'),
}

export const ON_BYTES: Record<string, (bytes: Uint8Array, dice: Dice) => Uint8Array> = {
  none: (bytes) => bytes,
  'bytes flipped': (bytes, dice) => {
    const hurt = bytes.slice()
    for (let times = 1 + dice.below(5); times > 0; times -= 1) {
      const place = dice.below(hurt.length)
      hurt[place] = (hurt[place] ?? 0) ^ (1 << dice.below(8))
    }
    return hurt
  },
  'bytes lost': (bytes, dice) => {
    const place = dice.below(bytes.length)
    return Uint8Array.from([...bytes.slice(0, place), ...bytes.slice(place + 1 + dice.below(200))])
  },
  'as UTF-16': (bytes) => Buffer.from(`\ufeff${Buffer.from(bytes).toString()}`, 'utf16le'),
  'as UTF-16 without its mark': (bytes) => Buffer.from(Buffer.from(bytes).toString(), 'utf16le'),
  'as Latin-1': (bytes) => Buffer.from(Buffer.from(bytes).toString(), 'latin1'),
  'with a mark': (bytes) => Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]),
}
