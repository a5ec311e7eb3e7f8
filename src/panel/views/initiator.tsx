/** Where in the page's scripts an exchange was asked for. */
import type { Exchange } from '../../core/exchange.ts'
import type { Store } from '../store/store.ts'
import { lazy } from './lazy.tsx'

const StackView = lazy(async () => (await import('./stack-view.tsx')).StackView)

export function Initiator({ store, row: { stack } }: { store: Store; row: Exchange }) {
  if (stack === undefined)
    return (
      <p class="quiet">Stacks are off, for they cost time in the page. The settings can switch them on.</p>
    )
  return <StackView store={store} stack={stack} />
}
