/** The shaker's button in the toolbar: opens its dialog, and shows whether it shakes. */
import { useEffect, useState } from 'preact/hooks'
import type { Shake } from '../../protocol/shaker.ts'
import type { Store } from '../store/store.ts'
import { lazy } from './lazy.tsx'
import { ShakeIcon } from './page-switch-icons.tsx'

const ShakeDialog = lazy(async () => (await import('./shake-dialog.tsx')).ShakeDialog)

const AT_FIRST: Shake = { seed: 1, most: 1000, calls: true, dispatches: true }

export function ShakeSwitch({ store: { reach, session, notices } }: { store: Store }) {
  const [wanted, setWanted] = useState(AT_FIRST)
  const [shaking, setShaking] = useState<Shake>()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    if (!shaking || !reach) return
    const stop = new AbortController()
    void import('../store/shake-pages.ts').then(({ shakePages }) => {
      if (!stop.signal.aborted)
        shakePages(
          {
            ...{ reach, session, complain: (says) => notices.say(says), isHidden: () => document.hidden },
            onHidden: (hear, signal) => document.addEventListener('visibilitychange', hear, { signal }),
          },
          shaking,
          stop.signal,
        )
    })
    return () => stop.abort()
  }, [shaking, reach, session, notices])
  if (!reach) return null
  return (
    <>
      <button
        type="button"
        class="tool toggle"
        aria-label="Shake"
        aria-haspopup="dialog"
        aria-pressed={shaking !== undefined}
        title={
          shaking
            ? `The page is shaken by seed ${shaking.seed}: calls and dispatches are delayed and change their order`
            : 'Shake the page: delay calls and dispatches, so that answers change their order'
        }
        onClick={() => setOpen(true)}
      >
        <ShakeIcon />
      </button>
      {isOpen && (
        <ShakeDialog
          wanted={wanted}
          isShaking={shaking !== undefined}
          onWant={(part) => setWanted((before) => ({ ...before, ...part }))}
          // Another object, so that the same seed begins again from the first number.
          onShake={() => setShaking({ ...wanted })}
          onStop={() => setShaking(undefined)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
