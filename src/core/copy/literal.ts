/** Writes JSON as a literal of a language, with variables where secrets were. */
import type { Json, JsonMember } from './json-source.ts'
import { createNamedSecrets, type NamedSecrets, nameOf, piecesOf, type Secret } from './secrets.ts'

/** What a language calls the parts of a literal. */
export interface Dialect {
  string(text: string): string
  /** The key of a member; `expression` when it is more than a plain string. */
  key(text: string, expression: string | undefined): string
  words: Record<'true' | 'false' | 'null', string>
}

export interface LiteralWriter {
  text(text: string): string
  json(json: Json): string
  members(members: readonly JsonMember[]): string
  /** Whatever has been written so far names these. */
  secrets(): Secret[]
}

export function createLiteralWriter(dialect: Dialect): LiteralWriter {
  const named = createNamedSecrets()
  const writer: LiteralWriter = {
    text: (text) => writeText(text, dialect, named),
    json(json) {
      if (json.type === 'string') return writer.text(json.value)
      if (json.type === 'number') return json.digits
      if (json.type === 'word') return dialect.words[json.word]
      if (json.type === 'array') return `[${json.items.map((item) => writer.json(item)).join(', ')}]`
      return writer.members(json.members)
    },
    members(members) {
      const written = members.map(([key, value]) => {
        const expression = piecesOf(key).some((piece) => typeof piece !== 'string')
        return `${dialect.key(key, expression ? writer.text(key) : undefined)}: ${writer.json(value)}`
      })
      return written.length === 0 ? '{}' : `{ ${written.join(', ')} }`
    },
    secrets: () => named.all(),
  }
  return writer
}

function writeText(text: string, dialect: Dialect, named: NamedSecrets): string {
  const written = piecesOf(text).map((piece) => {
    if (typeof piece === 'string') return dialect.string(piece)
    named.name(piece)
    return nameOf(piece)
  })
  return written.join(' + ')
}
