/** Says what was just done, to be seen and to be heard, and is gone after a while. */
import { useEffect } from 'preact/hooks'
import type { Confirmation } from '../store/confirmation.ts'

/** Long enough to be read, ms. */
const SHOWN = 2500

export function ConfirmationView({ confirmation }: { confirmation: Confirmation }) {
  const said = confirmation.said.value
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => confirmation.unsay(said), SHOWN)
    return () => clearTimeout(timer)
  }, [said, confirmation])
  // It must be there before it has something to say.
  return (
    <div class="confirmation" aria-live="polite">
      {said && <span key={said.number}>{said.text}</span>}
    </div>
  )
}
