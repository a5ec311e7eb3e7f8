/** Files dropped anywhere on an element. Answers whether one is held over it right now. */
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export function useFileDrop(target: RefObject<HTMLElement | null>, onDrop: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const element = target.current
    if (!element) return
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      },
      { signal },
    )
    element.addEventListener('dragleave', () => setOver(false), { signal })
    element.addEventListener(
      'drop',
      (event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer?.files ?? []
        if (file) onDrop(file)
      },
      { signal },
    )
    return () => stop.abort()
  }, [target, onDrop])
  return isOver
}
