/** Tells the pointer which row a person looks at: the one under the mouse, or the one that the keyboard stands on. */
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Store } from '../store/store.ts'

/** ms: a mouse passes over rows, and arrow keys run through them. */
const DELAYS = { pointerover: 80, focusin: 250 } as const

export function useRowPointer(root: RefObject<HTMLElement | null>, { pointer, rows }: Store): void {
  useEffect(() => {
    const element = root.current
    if (!element) return
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let last: string | undefined

    function look(id: string | undefined, delay: number): void {
      if (id === last) return
      last = id
      clearTimeout(timer)
      if (id === undefined) pointer.pointAt(undefined)
      else timer = setTimeout(() => pointer.pointAt(rows.visible.value.find((row) => row.id === id)), delay)
    }
    for (const [type, delay] of Object.entries(DELAYS))
      element.addEventListener(type, ({ target }) => look(idOf(target), delay), { signal: stop.signal })
    for (const type of ['pointerleave', 'focusout'])
      element.addEventListener(type, () => look(undefined, 0), { signal: stop.signal })
    return () => {
      stop.abort()
      look(undefined, 0)
    }
  }, [root, pointer, rows])
}

function idOf(target: EventTarget | null): string | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[role=row][data-id]') : null
  return row?.dataset['id']
}
