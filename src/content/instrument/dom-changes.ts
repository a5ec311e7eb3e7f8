/**
 * Counts what changed in the DOM from the records of a MutationObserver.
 *
 * `nodes` are distinct nodes: each target of a changed attribute or text, and the top node of each inserted or removed tree
 * (what is inside it came along with it). A node that was moved is one node. A value set to what it was before is no change.
 */
import type { FactOf } from '../../protocol/facts.ts'
import { describe } from './describe.ts'
import { each, exec, type List, PristineWeakMap, quietly, take, weakGet, weakSet } from './pristine.ts'
import { closest, getAttribute, matches, nodeValue, parentOf } from './pristine-dom.ts'

const [targetOf, addedOf, removedOf, typeOf, attributeOf, oldValueOf] = take(
  MutationRecord,
  'target',
  'addedNodes',
  'removedNodes',
  'type',
  'attributeName',
  'oldValue',
)

/** What the runtime does to the DOM beside rendering (djust-wire 5.3). */
const bookkeeping = /^data-(?:djust-(?:form-pending|script-ran)|dj-reconnect)/
const state = /^(?:disabled|hidden|style|class)$/
const keepsState =
  '[dj-form-pending],[dj-loading],[dj-loading\\.disable],[dj-loading\\.show],[dj-loading\\.hide],[dj-loading\\.class]'
const ownClass = /^(?:djust-(?:global-)?loading|dj-(?:dis)?connected)$/
const chrome = '#dj-flash-container,[class*=djust-page-load]'

type DomChanges = Pick<FactOf<'mutation'>, 'nodes' | 'added' | 'removed' | 'attributes' | 'text'> & {
  where: string | undefined
}

export function countChanges(records: List<MutationRecord>): DomChanges {
  const touched = new PristineWeakMap<Node, true>()
  const changes: DomChanges = { nodes: 0, added: 0, removed: 0, attributes: 0, text: 0, where: undefined }

  function touch(node: Node, element: Node | null) {
    if (!weakGet(touched, node)) changes.nodes++
    weakSet(touched, node, true)
    changes.where ??= quietly(describe, element)
  }
  function touchAll(nodes: NodeList, parent: Node): number {
    let i = 0
    for (; nodes[i]; i++) touch(nodes[i] as Node, parent)
    return i
  }

  each(records, (one) => {
    const target = targetOf(one)
    const type = typeOf(one)
    const element = type === 'characterData' ? parentOf(target) : target
    if (element && quietly(() => closest(element, chrome))) return
    changes.added += touchAll(addedOf(one), target)
    changes.removed += touchAll(removedOf(one), target)
    if (type === 'attributes' && isAttributeChange(target, attributeOf(one) as string, oldValueOf(one))) {
      changes.attributes++
      touch(target, target)
    } else if (type === 'characterData' && nodeValue(target) !== oldValueOf(one)) {
      changes.text++
      touch(target, element)
    }
  })
  return changes
}

function isAttributeChange(target: Node, name: string, before: string | null): boolean {
  const after = getAttribute(target, name)
  if (after === before || exec(bookkeeping, name)) return false
  if (exec(state, name) && matches(target, keepsState)) return false
  return name !== 'class' || classesOf(before) !== classesOf(after)
}

function classesOf(value: string | null): string {
  let classes = ''
  const word = /\S+/g
  for (let found = exec(word, value ?? ''); found; found = exec(word, value ?? ''))
    if (!exec(ownClass, found[0])) classes += ` ${found[0]}`
  return classes
}
