/** What may stand at the caret of the filter, as a list below it. Text from the page is text, never markup. */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { formatCount } from '../../core/numbers.ts'
import type { Candidate } from '../../core/query/complete.ts'
import type { OpenList } from './use-completion.ts'

export interface CompletionsProps {
  id: string
  list: OpenList | undefined
  onTake: (candidate: Candidate) => void
}

export function Completions({ id, list, onTake }: CompletionsProps) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    element.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  return (
    <div
      ref={element}
      id={`${id}-list`}
      class="completions"
      role="listbox"
      aria-label="Completions"
      hidden={!list}
    >
      {list?.completion.candidates.map((candidate, index) => (
        <button
          type="button"
          tabIndex={-1}
          key={candidate.text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === list.active}
          // The box keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(candidate)}
        >
          <bdi class="value">{candidate.value}</bdi>
          {candidate.says && <span class="says">{candidate.says}</span>}
          {candidate.count !== undefined && (
            <span class="count" title="Rows it finds, of the newest few thousand">
              {formatCount(candidate.count)}
              <span class="unseen"> {candidate.count === 1 ? 'row' : 'rows'}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
