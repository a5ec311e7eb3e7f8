/** The filter box: what is typed in it, what may stand there, and what of it could not be read. */
import { useId, useRef } from 'preact/hooks'
import { fetchGrammar } from '../store/fetch-grammar.ts'
import { newestOf } from '../store/newest-of.ts'
import type { Store } from '../store/store.ts'
import { lazy } from './lazy.tsx'
import { useCompletion } from './use-completion.ts'

// Fetched as the grammar is, which says what there is to complete, and what cannot be read.
const Completions = lazy(async () => (await import('./completions.tsx')).Completions)
const FilterProblems = lazy(async () => (await import('./filter-problems.tsx')).FilterProblems)

export function FilterBox({ store: { filter, rows, keys } }: { store: Store }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { list, suggest, follow, hearKey, take, close } = useCompletion(input, filter.text, () =>
    newestOf(rows.present.peek(), filter.hasKind.peek()),
  )
  const text = filter.text.value
  const isOpen = list !== undefined
  const problems = filter.problems.value.filter(
    // While there is a list for it, it is on its way to be right.
    ({ from, to }) => !list || to < list.completion.from || from > list.completion.to,
  )

  function replace(next: string): void {
    filter.text.value = next
    close()
    input.current?.focus()
  }

  return (
    <>
      <div class="filter">
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Filter"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-describedby={`${id}-problems`}
          aria-invalid={problems.length > 0}
          {...(list && list.active >= 0 ? { 'aria-activedescendant': `${id}-${list.active}` } : {})}
          placeholder="Filter"
          aria-keyshortcuts={keys.value?.filter.aria}
          title={`Filter${keys.value?.filter.told ?? ''}\n${TITLE}`}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => {
            filter.text.value = currentTarget.value
            suggest()
          }}
          onKeyDown={hearKey}
          onKeyUp={follow}
          onClick={follow}
          onFocus={() => void fetchGrammar()}
          onBlur={close}
        />
        {text !== '' && (
          <button
            type="button"
            class="clear"
            aria-label="Clear the filter"
            title="Clear the filter (Esc)"
            onClick={() => replace('')}
          >
            ×
          </button>
        )}
        <Completions id={id} list={list} onTake={take} />
      </div>
      <div id={`${id}-problems`} class="problems" aria-live="polite">
        {problems.length > 0 && <FilterProblems text={text} problems={problems} onReplace={replace} />}
      </div>
    </>
  )
}

const TITLE = `Words that must all be found in name, view, status, trigger or payload
"kept together", /regular expression/
kind:call  is:rerender  status:404  param.q:python …
-anything excludes it
Arrow down lists the keys`
