/** The phases of an exchange as bars on one scale; what was not observed says so. */
import type { Exchange } from '../../core/exchange.ts'
import { formatPreciseMs } from '../../core/numbers.ts'
import { phaseBars } from './timeline.ts'

export function PhaseBars({ row }: { row: Exchange }) {
  return (
    <table class={`phases ${row.kind}`} aria-label="Phases">
      <tbody>
        {phaseBars(row).map(({ name, span, left, width }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="track">{span && <i style={{ left: `${left}%`, width: `${width}%` }} />}</td>
            <td class={span ? 'number' : 'number quiet'} title={span ? '' : 'Not observed'}>
              {span ? formatPreciseMs(span.duration) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
