/** A view that is fetched when it is first wanted. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Notices } from '../store/notices.ts'

export interface LazyProps<P extends object> {
  /** The same function each time, or it is fetched again. */
  load: () => Promise<ComponentType<P>>
  props: P
  notices: Notices
}

export function Lazy<P extends object>({ load, props, notices }: LazyProps<P>) {
  const [View, setView] = useState<ComponentType<P>>()
  useEffect(() => {
    let isWanted = true
    load().then(
      (loaded) => isWanted && setView(() => loaded),
      // An extension that was updated has taken its files away.
      (error: Error) => notices.say(`This part of the panel could not be loaded: ${error.message}`),
    )
    return () => {
      isWanted = false
    }
  }, [load, notices])
  return View ? <View {...props} /> : null
}
