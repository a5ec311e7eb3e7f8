/** The place of the overview above the log; what draws it is fetched once there are rows. */
import { useEffect, useState } from 'preact/hooks'
import type { Store } from '../store/store.ts'
import type { StripBrush } from './strip-brush.tsx'

export function Strip({ store }: { store: Store }) {
  const isShown = store.overview.value && store.rows.present.value.length > 0
  const [loaded, setLoaded] = useState<{ View: typeof StripBrush }>()
  useEffect(() => {
    if (isShown && !loaded)
      void import('./strip-brush.tsx').then(({ StripBrush: View }) => setLoaded({ View }))
  }, [isShown, loaded])
  return isShown && <div class="strip">{loaded && <loaded.View store={store} />}</div>
}
