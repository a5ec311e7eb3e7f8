/** A payload as it went over the wire: as a tree where it is JSON, otherwise as text; and what is missing of it. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { isContainer } from '../../core/json-diff/identities.ts'
import { formatBytes, formatMany } from '../../core/numbers.ts'
import { readJson } from '../../core/read-json.ts'
import type { Body } from '../../protocol/facts.ts'
import type { Store } from '../store/store.ts'
import { CopyButton } from './copy-button.tsx'
import { JsonTree } from './json-tree.tsx'
import { LongText } from './long-text.tsx'

export interface BodyViewProps {
  store: Pick<Store, 'confirmation'>
  title: string
  body: Body
}

export function BodyView({ store: { confirmation }, title, body }: BodyViewProps) {
  const json = useMemo(() => jsonOf(body), [body])
  const isFinding = useSignal(false)
  return (
    <section>
      <div class="titled">
        <h3>
          {title} <span class="quiet">{formatBytes(body.bytes)}</span>
        </h3>
        <span class="actions">
          {isContainer(json) && (
            <button
              type="button"
              class="copy"
              aria-expanded={isFinding.value}
              title="Find in this tree (Ctrl+F or ⌘F in it)"
              onClick={() => {
                isFinding.value = !isFinding.value
              }}
            >
              Find
            </button>
          )}
          {body.text !== '' && (
            <CopyButton
              text={body.text}
              what={`what was ${title.toLowerCase()}`}
              confirmation={confirmation}
            />
          )}
        </span>
      </div>
      {body.cut && (
        <p class="notice">
          cut at {formatBytes(body.text.length)} of {formatBytes(body.bytes)}
        </p>
      )}
      {body.redacted !== undefined && body.redacted > 0 && (
        <p class="quiet">
          {formatMany(body.redacted, 'secret was', 'secrets were')} replaced by a placeholder in the page.
        </p>
      )}
      {body.encoding === 'base64' && <p class="quiet">Binary, shown as base64.</p>}
      {json === undefined ? (
        <PlainText body={body} />
      ) : (
        <JsonTree label={title} value={json} confirmation={confirmation} isFinding={isFinding} />
      )}
    </section>
  )
}

function PlainText({ body }: { body: Body }) {
  if (body.text === '') return <p class="quiet">{body.bytes === 0 ? 'Empty.' : 'Nothing of it was kept.'}</p>
  return (
    <pre>
      <LongText text={body.text} />
    </pre>
  )
}

/** Undefined for what is no JSON, or not all of it. */
function jsonOf({ text, cut, encoding }: Body): unknown {
  return cut || encoding ? undefined : readJson(text)
}
