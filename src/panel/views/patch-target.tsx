/** What a patch is aimed at. */
import type { PatchLine } from './patch-list.ts'

export function PatchTarget({ line: { target } }: { line: PatchLine }) {
  return <bdi>{target}</bdi>
}
