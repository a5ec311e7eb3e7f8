/** What a patch brings, and what stood there before where the log knows it; a patch that changes nothing says so. */
import { useMemo } from 'preact/hooks'
import { LongText } from './long-text.tsx'
import type { PatchHistory } from './patch-history.ts'
import type { PatchLine } from './patch-list.ts'

export interface PatchValueProps {
  line: PatchLine
  history: PatchHistory
}

export function PatchValue({ line: { change, value }, history }: PatchValueProps) {
  const was = useMemo(() => change && history.before(change), [change, history])
  if (!change || was === undefined) return <LongText text={value} />
  return (
    <>
      {change.attribute !== undefined && <bdi>{change.attribute}: </bdi>}
      <span class="was">
        <LongText text={wordsOf(was)} />
      </span>
      {' → '}
      <LongText text={wordsOf(change.to)} />
      {was === change.to && (
        <span class="flag" title="The server sent what it had rendered there before">
          {' '}
          no-op
        </span>
      )}
    </>
  )
}

function wordsOf(value: string | null): string {
  return value === null ? 'none' : JSON.stringify(value)
}
