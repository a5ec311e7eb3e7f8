/** The name of an exchange, after the glyph of its kind; alone beside the details, it says the verdict too. */
import { KINDS } from '../../core/kinds.ts'
import type { CellProps } from './cells.ts'
import { Verdict } from './verdict.tsx'

export function NameCell({ row, isAlone, compared }: CellProps) {
  return (
    <>
      <span class="glyph" aria-hidden="true">
        {KINDS[row.kind].glyph}
      </span>
      <span class="unseen">{KINDS[row.kind].one} </span>
      <bdi>{row.name}</bdi>
      {compared && <span class="versus"> ⇄ {compared}</span>}
      {isAlone && <Verdict row={row} />}
    </>
  )
}
