/** A payload as it went over the wire: as a tree where it is JSON, otherwise as text; and what is missing of it. */
import { formatBytes, formatMany } from '../../core/numbers.ts'
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
  const json = parse(body)
  return (
    <section>
      <div class="titled">
        <h3>
          {title} <span class="quiet">{formatBytes(body.bytes)}</span>
        </h3>
        {body.text !== '' && (
          <CopyButton text={body.text} what={`what was ${title.toLowerCase()}`} confirmation={confirmation} />
        )}
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
      {json ? <JsonTree label={title} value={json.value} /> : <PlainText body={body} />}
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

/** In a box of its own, because `null` is JSON too. */
function parse({ text, cut, encoding }: Body): { value: unknown } | undefined {
  if (cut || encoding) return undefined
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
