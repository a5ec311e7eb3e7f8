/** Walks a parsed template with a scope and writes HTML; every value is escaped unless the server made it `Markup`. */

import { isTruthy, show } from './filters.ts'
import type { Node } from './parse.ts'
import type { Scope } from './scope.ts'
import { type Place, TemplateError } from './template-error.ts'

/** HTML that the server itself wrote, so it is not escaped again. Never made from what a visitor sent. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** How deep templates may include one another before it must be a loop. */
const DEEPEST = 16

export interface Renderer {
  template: string
  load(name: string): Node[]
  depth: number
}

/** @throws TemplateError when an included template is missing, unreadable or includes itself. */
export function render(nodes: readonly Node[], scope: Scope, renderer: Renderer): string {
  let html = ''
  for (const node of nodes) html += renderNode(node, scope, renderer)
  return html
}

function renderNode(node: Node, scope: Scope, renderer: Renderer): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'output': {
      const value = node.value(scope)
      return value instanceof Markup ? value.html : escapeHtml(show(value))
    }
    case 'if': {
      const branch = node.branches.find(({ condition }) => !condition || isTruthy(condition(scope)))
      return branch ? render(branch.body, scope, renderer) : ''
    }
    case 'for':
      return renderLoop(node, scope, renderer)
    case 'with': {
      const names = Object.fromEntries(node.names.map(({ name, value }) => [name, value(scope)]))
      return render(node.body, { names, outer: scope }, renderer)
    }
    case 'include':
      return renderInclude(show(node.template(scope)), node.at, scope, renderer)
    case 'csrf_token': {
      const token = escapeHtml(show(rootOf(scope).names['csrf_token']))
      return `<input type="hidden" name="csrfmiddlewaretoken" value="${token}">`
    }
  }
}

function renderLoop(node: Node & { kind: 'for' }, scope: Scope, renderer: Renderer): string {
  const value = node.items(scope)
  const items: unknown[] = Array.isArray(value) ? value : []
  if (items.length === 0) return render(node.empty, scope, renderer)
  return items
    .map((item, index) => {
      const parts: unknown[] = node.names.length > 1 && Array.isArray(item) ? item : [item]
      const names: Record<string, unknown> = Object.fromEntries(
        node.names.map((name, position) => [name, parts[position]]),
      )
      names['forloop'] = {
        counter: index + 1,
        counter0: index,
        first: index === 0,
        last: index === items.length - 1,
      }
      return render(node.body, { names, outer: scope }, renderer)
    })
    .join('')
}

function renderInclude(name: string, at: Place, scope: Scope, renderer: Renderer): string {
  if (renderer.depth >= DEEPEST)
    throw new TemplateError(renderer.template, at, `"${name}" is included more than ${DEEPEST} deep`)
  return render(renderer.load(name), scope, { ...renderer, template: name, depth: renderer.depth + 1 })
}

function rootOf(scope: Scope): Scope {
  return scope.outer ? rootOf(scope.outer) : scope
}
