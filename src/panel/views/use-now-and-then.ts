/** A value that changes often, taken now and then: for what is spoken. */
import { useEffect, useRef, useState } from 'preact/hooks'

/** The newest value, but never two within `pause` ms. */
export function useNowAndThen<T>(value: T, pause: number): T {
  const [taken, take] = useState(value)
  const newest = useRef(value)
  newest.current = value
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    if (timer.current !== undefined || value === taken) return
    take(value)
    timer.current = setTimeout(() => {
      timer.current = undefined
      take(newest.current)
    }, pause)
  }, [value, taken, pause])
  useEffect(() => () => clearTimeout(timer.current), [])
  return taken
}
