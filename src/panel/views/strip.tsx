/** The place of the overview above the log; what draws it is fetched once there are rows. */
import type { Store } from '../store/store.ts'
import { lazy } from './lazy.tsx'

const StripBrush = lazy(async () => (await import('./strip-brush.tsx')).StripBrush)

export function Strip({ store }: { store: Store }) {
  if (!store.overview.value || store.rows.present.value.length === 0) return null
  return (
    <div class="strip">
      <StripBrush store={store} />
    </div>
  )
}
