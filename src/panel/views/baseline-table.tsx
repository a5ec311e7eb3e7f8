/** The baselines that there are: chosen to compare with, renamed, exported, deleted. */
import { useState } from 'preact/hooks'
import { formatBytes, formatCount } from '../../core/numbers.ts'
import type { Baseline } from '../store/baselines.ts'
import type { Comparing } from '../store/comparing.ts'
import type { Store } from '../store/store.ts'
import { downloadBlob } from './download.ts'

export interface BaselineTableProps {
  store: Store
  comparing: Comparing
}

/** By keyboard too, where it is wider than the panel. */
const SCROLLABLE = { tabIndex: 0 } as const

export function BaselineTable({ store, comparing }: BaselineTableProps) {
  const [doing, setDoing] = useState<{ id: number; what: 'rename' | 'delete' }>()
  return (
    <div class="sheet" role="region" aria-label="Baselines that are kept" {...SCROLLABLE}>
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Saved</th>
            <th scope="col" class="number">
              Rows
            </th>
            <th scope="col" class="number">
              Size
            </th>
            <th scope="col">Do</th>
          </tr>
        </thead>
        <tbody>
          {comparing.baselines.value?.map((baseline) => (
            <tr key={baseline.id} class={baseline.id === comparing.base.value ? 'chosen' : ''}>
              <th scope="row">
                {doing?.id === baseline.id && doing.what === 'rename' ? (
                  <NameField
                    name={baseline.name}
                    onDone={async (name) => {
                      setDoing(undefined)
                      if (name) await comparing.rename(baseline.id, name)
                    }}
                  />
                ) : (
                  <bdi>{baseline.name}</bdi>
                )}
              </th>
              <td>{new Date(baseline.saved).toLocaleString()}</td>
              <td class="number">{formatCount(baseline.rows)}</td>
              <td class="number">{formatBytes(baseline.bytes)}</td>
              <td class="do">
                {doing?.id === baseline.id && doing.what === 'delete' ? (
                  <Deletion
                    baseline={baseline}
                    onDone={async (isSure) => {
                      setDoing(undefined)
                      if (isSure) await comparing.remove(baseline.id)
                    }}
                  />
                ) : (
                  <Actions store={store} comparing={comparing} baseline={baseline} onBegin={setDoing} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface ActionsProps extends BaselineTableProps {
  baseline: Baseline
  onBegin: (doing: { id: number; what: 'rename' | 'delete' }) => void
}

function Actions({ store, comparing, baseline: { id, name }, onBegin }: ActionsProps) {
  async function save(): Promise<void> {
    const recording = await comparing.read(id)
    if (recording) downloadBlob(store.recordings.nameFile('jsonl'), recording)
  }
  const compare = () => {
    comparing.choose(id, comparing.newer.value === id ? 'log' : comparing.newer.value)
    void comparing.compare()
  }
  const buttons: [string, () => void][] = [
    ['Compare', compare],
    ['Rename', () => onBegin({ id, what: 'rename' })],
    ['Export', () => void save()],
    ['Delete', () => onBegin({ id, what: 'delete' })],
  ]
  return (
    <>
      {buttons.map(([word, act]) => (
        <button key={word} type="button" class="action" aria-label={`${word} ${name}`} onClick={act}>
          {word}
        </button>
      ))}
    </>
  )
}

function NameField({ name, onDone }: { name: string; onDone: (name?: string) => void }) {
  const [text, setText] = useState(name)
  return (
    <input
      ref={(field) => field?.focus()}
      aria-label={`New name of ${name}`}
      value={text}
      maxLength={80}
      onInput={({ currentTarget }) => setText(currentTarget.value)}
      onKeyDown={(event) => {
        // Keys of the panel are not meant while a name is written.
        event.stopPropagation()
        if (event.key === 'Enter') onDone(text.trim())
        if (event.key === 'Escape') onDone()
      }}
      onBlur={() => onDone(text.trim() === name ? undefined : text.trim())}
    />
  )
}

function Deletion({ baseline, onDone }: { baseline: Baseline; onDone: (isSure: boolean) => void }) {
  return (
    <>
      <button
        type="button"
        class="action"
        ref={(button) => button?.focus()}
        aria-label={`Really delete ${baseline.name}`}
        onClick={() => onDone(true)}
      >
        Really delete
      </button>
      <button type="button" class="action" aria-label={`Keep ${baseline.name}`} onClick={() => onDone(false)}>
        Keep
      </button>
    </>
  )
}
