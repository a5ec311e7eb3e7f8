/** A text of any length: its beginning at first, all of it when asked. */
import { useState } from 'preact/hooks'
import { formatCount } from '../../core/numbers.ts'

const FIRST = 2000

export function LongText({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(false)
  if (isWhole || text.length <= FIRST) return <bdi>{text}</bdi>
  return (
    <>
      <bdi>{text.slice(0, FIRST)}</bdi>…{' '}
      <button type="button" class="link" onClick={() => setWhole(true)}>
        show all {formatCount(text.length)} characters
      </button>
    </>
  )
}
