/** One finding: what was measured, how sure it is and why, the rows that prove it, and the change to make as code. */
import type { Exchange } from '../../core/exchange.ts'
import { KINDS } from '../../core/kinds.ts'
import { formatMany, formatMs } from '../../core/numbers.ts'
import type { Told } from '../store/advice.ts'
import type { Store } from '../store/store.ts'
import { CopyButton } from './copy-button.tsx'

export interface AdviceFindingProps {
  store: Store
  told: Told
  /** Whether the log shows the row of this id. */
  isVisible(id: string): boolean
  onMute(): void
}

/** More of them prove nothing more to the eye. */
const MOST = 8

export function AdviceFinding({ store, told, isVisible, onMute }: AdviceFindingProps) {
  const { rule, title, subject, says, certainty, because, fix, proof, site } = told
  const heading = `advice-${rule}-${subject}`

  function show(id: string): void {
    store.view.value = 'log'
    store.selection.select(id)
    store.selection.openDetails()
  }

  return (
    <article aria-labelledby={heading}>
      <h2 id={heading}>
        {title}: <code>{subject}</code>
      </h2>
      <p>
        <bdi>{says}</bdi>
      </p>
      <p>
        <b>{certainty === 'sure' ? 'Sure' : 'Likely'}.</b> <bdi>{because}</bdi>
      </p>
      <p>
        Proved by{' '}
        {proof.slice(0, MOST).map((row, at) => (
          <span key={row.id}>
            {at > 0 && ', '}
            {isVisible(row.id) ? (
              <button type="button" class="link" onClick={() => show(row.id)}>
                <RowName row={row} />
              </button>
            ) : (
              <span class="quiet">
                <RowName row={row} /> (hidden by the filter)
              </span>
            )}
          </span>
        ))}
        {proof.length > MOST && ` and ${formatMany(proof.length - MOST, 'other', 'others')}`}.
      </p>
      <h3>The change</h3>
      <p>
        <bdi>{fix.says}</bdi>
      </p>
      <Code language="Python" text={fix.python} store={store} />
      <Code language="JavaScript" text={fix.js} store={store} />
      <Code language="HTML" text={fix.html} store={store} />
      <p class="quiet">
        More in <code>docs/advice.md#{rule}</code>.{' '}
        <button type="button" class="link" onClick={onMute}>
          Mute “{title}” on <bdi>{site}</bdi>
        </button>
      </p>
    </article>
  )
}

function RowName({ row }: { row: Exchange }) {
  return (
    <>
      {KINDS[row.kind].one} <bdi>{row.name}</bdi> at {formatMs(row.at)}
    </>
  )
}

function Code({ language, text, store }: { language: string; text: string | undefined; store: Store }) {
  if (text === undefined) return null
  return (
    <div class="fix">
      <p>
        {language} <CopyButton text={text} what={`the ${language}`} confirmation={store.confirmation} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
    </div>
  )
}
