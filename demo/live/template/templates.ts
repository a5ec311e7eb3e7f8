/** A folder of templates: reads each once, renders by name. */

import { readFileSync } from 'node:fs'
import { type Node, parse } from './parse.ts'
import { render } from './render.ts'
import { TemplateError } from './template-error.ts'

export type RenderTemplate = (name: string, values: Readonly<Record<string, unknown>>) => string

/**
 * @param read the source of a template, or null when there is none of that name
 * @returns a renderer whose calls throw TemplateError
 */
export function createTemplates(read: (name: string) => string | null): RenderTemplate {
  const parsed = new Map<string, Node[]>()
  const load = (name: string): Node[] => {
    const known = parsed.get(name)
    if (known) return known
    const source = read(name)
    if (source === null) throw new TemplateError(name, { line: 1, column: 1 }, 'there is no such template')
    const nodes = parse(name, source)
    parsed.set(name, nodes)
    return nodes
  }
  return (name, values) =>
    render(load(name), { names: values, outer: null }, { template: name, load, depth: 0 })
}

/** Templates named by their file in one folder, beside some by their source; a name that leaves the folder does not exist. */
export function templatesIn(folder: URL, sources: ReadonlyMap<string, string> = new Map()): RenderTemplate {
  return createTemplates((name) => {
    const source = sources.get(name)
    if (source !== undefined) return source
    if (!/^[\w-]+\.html$/.test(name)) return null
    try {
      return readFileSync(new URL(name, folder), 'utf8')
    } catch {
      return null
    }
  })
}
