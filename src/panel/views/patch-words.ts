/** What one patch is aimed at and what it brings, in words. Nothing here throws, whatever the page sent. */
import { isRecord } from '../../core/is-record.ts'

type Fields = Record<string, unknown>

export function targetOf({ d, path, id }: Fields): string {
  if (typeof d === 'string') return `[dj-id="${d}"]`
  if (id !== undefined) return `#${textOf(id)}`
  if (Array.isArray(path)) return path.length === 0 ? 'root' : `root › ${path.map(textOf).join(' › ')}`
  return ''
}

export function contentOf(op: string, patch: Fields): string {
  const { node, key, index, from, to, html } = patch
  switch (op) {
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

/** Elements inside elements; deeper ones are only hinted at. */
const DEEPEST = 100

/** `<li class="tag">auth</li>`, from the node as the server describes it. */
function outline(node: unknown, depth = 0): string {
  if (!isRecord(node)) return jsonOf(node)
  const { tag, attrs, children } = node
  if (tag === '#text') return jsonOf(node['text'])
  const names = isRecord(attrs)
    ? Object.entries(attrs).map(([name, value]) => ` ${name}=${jsonOf(value)}`)
    : []
  const start = `<${textOf(tag)}${names.join('')}>`
  if (!Array.isArray(children) || children.length === 0) return `${start}</${textOf(tag)}>`
  const inside = depth === DEEPEST ? '…' : children.map((child) => outline(child, depth + 1)).join('')
  return `${start}${inside}</${textOf(tag)}>`
}

/** Patches inside are listed below, so writing them out here too would cost the square of their depth. */
export function jsonOf(value: unknown): string {
  const isOuter = isRecord(value) && Array.isArray(value['patches']) && value['patches'].length > 0
  try {
    return JSON.stringify(isOuter ? { ...value, patches: '…' } : value) ?? ''
  } catch {
    return '(nested too deeply to be written out)'
  }
}

/** By hand, for `String` calls what an object names `toString`. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? jsonOf(value) : String(value)
}
