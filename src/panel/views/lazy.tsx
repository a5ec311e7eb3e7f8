/** A view that is loaded when it is first drawn. */
import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function lazy<P extends object>(load: () => Promise<FunctionComponent<P>>): FunctionComponent<P> {
  let View: FunctionComponent<P> | undefined
  return function Lazy(props) {
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(View ? 'loaded' : 'loading')
    useEffect(() => {
      if (View) return
      load().then(
        (loaded) => {
          View = loaded
          setState('loaded')
        },
        () => setState('failed'),
      )
    }, [])
    // As when the extension was replaced while the panel stood open.
    if (state === 'failed')
      return (
        <p class="notice">This part of the panel cannot be loaded. Close DevTools and open them again.</p>
      )
    return View ? <View {...props} /> : null
  }
}
