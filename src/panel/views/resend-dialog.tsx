/** Asks before anything is sent again, shows just what will be sent, and reports what came of it. */
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import { documentsOf } from '../../core/log.ts'
import { codeOf, MOST_SENDINGS, problemOf } from '../../core/resend.ts'
import type { Reach, Sending } from '../../protocol/reach.ts'
import { createResending } from '../store/resending.ts'
import type { Store } from '../store/store.ts'
import { Dialog } from './dialog.tsx'
import { ResendReport } from './resend-report.tsx'
import { type ResendMode, resendName } from './resend-words.ts'

export interface ResendDialogProps {
  store: Store
  reach: Reach
  row: Exchange
  sending: Sending
  mode: ResendMode
  onClose: () => void
}

/** ms. */
const PATIENCE = 5_000

export function ResendDialog({ store, reach, row, sending: first, mode, onClose }: ResendDialogProps) {
  const { session, log, browser } = store
  const [body, setBody] = useState(first.body)
  const [times, setTimes] = useState(mode === 'often' ? 20 : 1)
  const [running, setRunning] = useState<AbortController>()
  const [isDone, setDone] = useState(false)
  const resending = useMemo(
    () => createResending({ reach, log, documents: session.documents, patience: PATIENCE }),
    [reach, log, session],
  )
  // A dialog that goes sends no more.
  useEffect(() => () => running?.abort(), [running])

  const sending = { ...first, body }
  const isCount = Number.isInteger(times) && times >= 1 && times <= MOST_SENDINGS
  const problem = problemOf(sending) ?? (isCount ? undefined : `Between 1 and ${MOST_SENDINGS} times.`)

  async function send(): Promise<void> {
    const stop = new AbortController()
    setRunning(stop)
    setDone(false)
    await resending.run(sending, row.frame, times, stop.signal)
    setRunning(undefined)
    setDone(true)
  }

  return (
    <Dialog
      title={
        <>
          {resendName(mode, browser).replace('…', '')}: <bdi>{row.name}</bdi>
        </>
      }
      onSubmit={() => {
        if (!problem && !running) void send()
      }}
      onClose={onClose}
      actions={
        <>
          {running ? (
            <button key="stop" type="button" class="action" onClick={() => running.abort()}>
              Stop
            </button>
          ) : (
            <button key="send" type="submit" class="action primary" disabled={problem !== undefined}>
              {isDone ? 'Send again' : mode === 'often' && isCount ? `Send ${times} times` : 'Send'}
            </button>
          )}
          <button type="button" class="action" onClick={onClose}>
            {isDone ? 'Close' : 'Cancel'}
          </button>
        </>
      }
    >
      <p>
        This is no rehearsal: the server does {mode === 'often' ? 'every time' : 'again'} what this asks for,
        and may save, delete or send something. <Target store={store} row={row} />
      </p>
      {mode === 'edited' ? (
        <label class="field">
          Arguments, as JSON
          <textarea
            value={body}
            spellcheck={false}
            rows={8}
            onInput={({ currentTarget }) => setBody(currentTarget.value)}
          />
        </label>
      ) : null}
      <pre class="code" role="img" aria-label={`Will be asked: ${codeOf(sending)}`}>
        {codeOf(sending)}
      </pre>
      {mode === 'often' && (
        <label class="field count">
          How many times, one after the other
          <input
            type="number"
            min={1}
            max={MOST_SENDINGS}
            value={times}
            onInput={({ currentTarget }) => setTimes(currentTarget.valueAsNumber)}
          />
        </label>
      )}
      {problem && (
        <p class="flag" role="alert">
          {problem}
        </p>
      )}
      <ResendReport
        store={store}
        attempts={resending.attempts.value}
        times={times}
        isRunning={running !== undefined}
        onShow={onClose}
      />
    </Dialog>
  )
}

/** Where it goes, when that is not the page it came from. */
function Target({ store: { session, log }, row: { doc, frame } }: Pick<ResendDialogProps, 'store' | 'row'>) {
  const now = session.documents.value.get(frame)
  if (now === doc) return null
  const url = documentsOf(log.value).find((each) => each.doc === now)?.url ?? ''
  return (
    <b>
      The page it came from has been left; it goes to the one that is there now, <bdi>{url}</bdi>.
    </b>
  )
}
