/** What re-rendered next in the same document, whatever its cause, and a way to go there. */
import type { Exchange } from '../../core/exchange.ts'
import { KINDS } from '../../core/kinds.ts'
import { rowsOf } from '../../core/log.ts'
import { nextRenderAfter } from '../../core/next-render.ts'
import { formatMs } from '../../core/numbers.ts'
import { verdictWords } from '../../core/verdict-words.ts'
import type { Store } from '../store/store.ts'

export function NextRender({ store, row }: { store: Store; row: Exchange }) {
  const log = store.log.value
  const { answered } = row
  if (!answered) return <p class="quiet">Not to be told before an answer has come.</p>
  const next = nextRenderAfter(rowsOf(log), row)
  if (!next) {
    const chronicle = log.chronicles.get(row.doc)
    const seen = (chronicle?.facts[chronicle.count - 1]?.at ?? answered.at) - answered.at
    return <p>{seen > 0 ? `None in the ${formatMs(seen)} seen since.` : 'Nothing was seen since.'}</p>
  }
  const { kind, name, source, id } = next.row
  return (
    <p>
      +{formatMs(next.delta)}:{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          store.selection.select(id)
        }}
      >
        {KINDS[kind].one} <bdi>{name}</bdi>
      </button>
      {source && source !== name ? `, ${source}` : ''}, {verdictWords(next.row).text}
    </p>
  )
}
