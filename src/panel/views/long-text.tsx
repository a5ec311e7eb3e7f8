/** A text of any length: a part of it at first, all of it when asked. */
import { useState } from 'preact/hooks'
import { formatCount } from '../../core/numbers.ts'

const FIRST = 2000
/** What stands before the place that must be seen, code units. */
const BEFORE = 100

export interface LongTextProps {
  text: string
  /** The place that must be seen, code units from the start. */
  show?: number
}

export function LongText({ text, show = 0 }: LongTextProps) {
  const [isWhole, setWhole] = useState(false)
  if (isWhole || text.length <= FIRST) return <bdi>{text}</bdi>
  const from = show > FIRST - BEFORE ? show - BEFORE : 0
  return (
    <>
      {from > 0 && '…'}
      <bdi>{text.slice(from, from + FIRST)}</bdi>
      {from + FIRST < text.length && '…'}{' '}
      <button type="button" class="link" onClick={() => setWhole(true)}>
        show all {formatCount(text.length)} characters
      </button>
    </>
  )
}
