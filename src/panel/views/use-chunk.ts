/** A part of the panel that is not needed to show the log: undefined until its chunk has come. */
import { useEffect, useState } from 'preact/hooks'

/** `load` is the same function every time. */
export function useChunk<T extends object>(load: () => Promise<T>): T | undefined {
  const [chunk, setChunk] = useState<T>()
  useEffect(() => {
    let isWanted = true
    void load().then((loaded) => isWanted && setChunk(() => loaded))
    return () => {
      isWanted = false
    }
  }, [load])
  return chunk
}
