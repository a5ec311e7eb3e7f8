/** What the toolbar popup shows: whether this origin is watched, one button to change that, and what else is watched. */
import type { Watch } from '../protocol/switchboard.ts'

export interface PopupProps {
  watch: Watch
  /** The local hosts that the browser lets us watch; Firefox lets a person withhold them. */
  local: string[]
  /** Match patterns a person has granted beyond the local hosts. */
  added: string[]
  failure: string | undefined
  onWatch: () => void
  onForget: (pattern: string) => void
}

export function PopupView({ watch, local, added, failure, onWatch, onForget }: PopupProps) {
  return (
    <>
      <h1>djust devtools</h1>
      <Here watch={watch} onWatch={onWatch} />
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <h2>Watched now</h2>
      <ul>
        <li>
          <span>
            {local.length > 0
              ? `Local hosts: ${local.map(hostOf).join(', ')}`
              : 'No local hosts: the browser withholds them.'}
          </span>
        </li>
        {added.map((pattern) => (
          <li key={pattern}>
            <bdi>{pattern}</bdi>
            <button type="button" aria-label={`Forget ${pattern}`} onClick={() => onForget(pattern)}>
              Forget
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Here({ watch, onWatch }: Pick<PopupProps, 'watch' | 'onWatch'>) {
  const origin = <bdi>{watch.origin}</bdi>
  switch (watch.state) {
    case 'watched':
      return (
        <p>
          {origin} is watched. Open DevTools and choose the djust panel; reload the page if it was already
          open.
        </p>
      )
    case 'forbidden':
      return <p>This page belongs to the browser. No extension can watch it.</p>
    default:
      return (
        <>
          <p>
            {origin} is not watched.{' '}
            {watch.state === 'withheld'
              ? 'It is a local host, but the browser withholds it.'
              : 'Nothing of ours runs there until you ask for it.'}
          </p>
          <button type="button" class="primary" onClick={onWatch}>
            Watch this origin
          </button>
        </>
      )
  }
}

function hostOf(pattern: string): string {
  return pattern.slice(pattern.indexOf('://') + 3, -2)
}
