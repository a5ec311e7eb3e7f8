/** The patches of an answer, each as operation, target and value in words. Trusts nothing: they come from a page. */
import type { Exchange } from '../../core/exchange.ts'
import type { Body } from '../../protocol/facts.ts'

interface PatchLine {
  op: string
  target: string
  value: string
  /** Patches inside a patch lie deeper. */
  depth: number
}

export interface AnswerPatches {
  lines: PatchLine[]
  /** Patches cannot be listed of an answer that was cut. */
  isCut: boolean
}

type Fields = Record<string, unknown>

export function patchesOf({ answers }: Exchange): AnswerPatches[] {
  return answers.map((answer) => ({ lines: linesOf(answer), isCut: answer.cut === true }))
}

function linesOf(answer: Body): PatchLine[] {
  try {
    const frame: unknown = JSON.parse(answer.text)
    return isFields(frame) ? linesIn(frame['patches'], 0) : []
  } catch {
    return []
  }
}

function linesIn(patches: unknown, depth: number): PatchLine[] {
  if (!Array.isArray(patches)) return []
  return patches.flatMap((patch) => {
    if (!isFields(patch)) return [{ op: 'not a patch', target: '', value: jsonOf(patch), depth }]
    const line = {
      op: textOf(patch['type']) || '(no type)',
      target: targetOf(patch),
      value: describe(patch),
      depth,
    }
    return [line, ...linesIn(patch['patches'], depth + 1)]
  })
}

function targetOf({ d, path, id }: Fields): string {
  if (typeof d === 'string') return `[dj-id="${d}"]`
  if (id !== undefined) return `#${textOf(id)}`
  if (Array.isArray(path)) return path.length === 0 ? 'root' : `root › ${path.join(' › ')}`
  return ''
}

function describe(patch: Fields): string {
  const { node, key, index, from, to, html } = patch
  switch (patch['type']) {
    case 'SetText':
      return jsonOf(patch['text'])
    case 'SetAttr':
      return `${textOf(key)}=${jsonOf(patch['value'])}`
    case 'RemoveAttr':
      return textOf(key)
    case 'Replace':
      return outline(node)
    case 'InsertChild':
      return `at ${textOf(index)}: ${outline(node)}`
    case 'RemoveChild':
      return `child ${textOf(index)}`
    case 'MoveChild':
      return `${textOf(from)} → ${textOf(to)}`
    case 'VirtualInsert':
      return `${textOf(key)}: ${outline(node)}`
    case 'VirtualUpdate':
    case 'VirtualRemove':
      return textOf(key)
    case 'VirtualMove':
      return `${textOf(key)} before ${textOf(patch['before_key']) || 'the end'}`
    case 'InsertSubtree':
      return `at ${textOf(index)}: ${textOf(html)}`
    case 'MoveSubtree':
      return `to ${textOf(index)}`
    case 'RemoveSubtree':
      return ''
    default:
      return jsonOf(patch)
  }
}

/** `<li class="tag">auth</li>`, from the node as the server describes it. */
function outline(node: unknown): string {
  if (!isFields(node)) return jsonOf(node)
  const { tag, attrs, children } = node
  if (tag === '#text') return jsonOf(node['text'])
  const names = isFields(attrs)
    ? Object.entries(attrs).map(([name, value]) => ` ${name}=${jsonOf(value)}`)
    : []
  const inside = Array.isArray(children) ? children.map(outline).join('') : ''
  return `<${textOf(tag)}${names.join('')}>${inside}</${textOf(tag)}>`
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? ''
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
