/** What a patch is aimed at: a link to that node in the inspector where the patch names one and the browser lets us. */
import type { Store } from '../store/store.ts'
import type { PatchLine } from './patch-list.ts'
import { inspectorName } from './reveal-words.ts'
import type { Revealing } from './revealing.ts'

export interface PatchTargetProps {
  line: PatchLine
  store: Pick<Store, 'browser' | 'confirmation'>
  revealing: Revealing
}

export function PatchTarget({ line: { target, node }, store, revealing: { why, reveal } }: PatchTargetProps) {
  if (!node) return <bdi>{target}</bdi>
  if (why !== undefined)
    return (
      <span title={why}>
        <bdi>{target}</bdi>
      </span>
    )
  return (
    <button
      type="button"
      class="link"
      title={`Reveal this node in ${inspectorName(store.browser)}`}
      onClick={() => void reveal(node, 'this node').then((said) => said && store.confirmation.say(said))}
    >
      <bdi>{target}</bdi>
    </button>
  )
}
