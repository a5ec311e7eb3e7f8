/** Cuts a template's source into text, `{{ … }}` and `{% … %}`, each with its place. */

import { type Place, TemplateError } from './template-error.ts'

export type Token =
  | { kind: 'text'; at: Place; text: string }
  | { kind: 'output'; at: Place; text: string }
  | { kind: 'tag'; at: Place; text: string }

const MARKUP = /\{\{|\{%|\{#/g
const CLOSE = { '{{': '}}', '{%': '%}', '{#': '#}' } as const

/** @throws TemplateError when a `{{`, `{%` or `{#` is never closed. */
export function tokenize(template: string, source: string): Token[] {
  const placeOf = places(source)
  const tokens: Token[] = []
  let end = 0
  for (let open = find(source, end); open; open = find(source, end)) {
    if (open.index > end) tokens.push({ kind: 'text', at: placeOf(end), text: source.slice(end, open.index) })
    const closed = source.indexOf(CLOSE[open.mark], open.index + 2)
    const at = placeOf(open.index)
    if (closed < 0)
      throw new TemplateError(template, at, `"${open.mark}" is never closed by "${CLOSE[open.mark]}"`)
    const text = source.slice(open.index + 2, closed).trim()
    if (open.mark !== '{#') tokens.push({ kind: open.mark === '{{' ? 'output' : 'tag', at, text })
    end = closed + 2
  }
  if (end < source.length) tokens.push({ kind: 'text', at: placeOf(end), text: source.slice(end) })
  return tokens
}

function find(source: string, from: number): { index: number; mark: keyof typeof CLOSE } | null {
  MARKUP.lastIndex = from
  const match = MARKUP.exec(source)
  return match ? { index: match.index, mark: match[0] as keyof typeof CLOSE } : null
}

function places(source: string): (index: number) => Place {
  return (index) => {
    const before = source.slice(0, index)
    const lineStart = before.lastIndexOf('\n') + 1
    return { line: before.split('\n').length, column: index - lineStart + 1 }
  }
}
