/** Words of bash and zsh that mean what they say, whatever they say. */
import { createNamedSecrets, meaningOf, piecesOf, type Secret, shellNameOf } from './secrets.ts'

export interface ShellWriter {
  /** One word, with variables where secrets were. */
  word(text: string): string
  /** A variable within a word. */
  variable(secret: Secret): string
  /** A line for each variable: it tells how to fill it, and stops a script that has not. */
  checks(): string[]
}

export function createShellWriter(): ShellWriter {
  const named = createNamedSecrets()
  function variable(secret: Secret): string {
    named.name(secret)
    return `"\${${shellNameOf(secret)}:?}"`
  }
  return {
    word: (text) =>
      piecesOf(text)
        .map((piece) => (typeof piece === 'string' ? quote(piece) : variable(piece)))
        .join(''),
    variable,
    checks: () =>
      named.all().map((secret) => {
        const name = shellNameOf(secret)
        return `: "\${${name}:?Set ${name} to ${meaningOf(secret)}${form(secret)}}"`
      }),
  }
}

/** It is put into the payload as it is; tokens and cookies hold nothing that JSON would escape. */
function form({ kind }: Secret): string {
  return kind === 'password' || kind === 'secret' ? ', escaped as JSON needs it' : ''
}

/** Between plain quotes nothing means anything, but a terminal reads controls, and an interactive bash `!`, before the shell does. */
const PLAIN = /^[^'!\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u

function quote(text: string): string {
  return PLAIN.test(text) ? `'${text}'` : `$'${[...text].map(escaped).join('')}'`
}

function escaped(character: string): string {
  if (character === "'" || character === '\\') return `\\${character}`
  return PLAIN.test(character) ? character : utf8(character).map(octal).join('')
}

/** Three digits always, so that a digit behind it stays one. */
function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`
}

/** Half a pair becomes U+FFFD, as when a browser sends it; so does NUL, at which every argument would end. */
function utf8(character: string): number[] {
  const code = character.codePointAt(0) ?? 0
  const scalar = code === 0 || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code
  if (scalar < 0x80) return [scalar]
  if (scalar < 0x800) return [0xc0 | (scalar >> 6), 0x80 | (scalar & 0x3f)]
  const tail = [0x80 | ((scalar >> 6) & 0x3f), 0x80 | (scalar & 0x3f)]
  if (scalar < 0x10000) return [0xe0 | (scalar >> 12), ...tail]
  return [0xf0 | (scalar >> 18), 0x80 | ((scalar >> 12) & 0x3f), ...tail]
}
