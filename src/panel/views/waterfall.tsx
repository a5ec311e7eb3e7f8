/** The phases of an exchange as the Network panel draws them: where each began, how long it took, and what nobody saw. */
import '../css/waterfall.css'
import { Fragment } from 'preact'
import type { Exchange } from '../../core/exchange.ts'
import { durationOf, startOf } from '../../core/moments.ts'
import { formatPreciseMs } from '../../core/numbers.ts'
import type { PhaseName } from '../../core/timing.ts'
import { phaseBars } from './timeline.ts'

const SAYS: Record<PhaseName, string> = {
  queued: 'From the call of the runtime until it was sent',
  'server + network': 'From sending it until the answer had come in full',
  held: 'The page had the answer, and did not apply it yet',
  applied: 'The page worked the answer into the DOM',
  painted: 'Until the first frame after that',
}

export function Waterfall({ row }: { row: Exchange }) {
  const begun = startOf(row)
  const total = durationOf(row)
  return (
    <table class={`phases whole ${row.kind}`} aria-label="Waterfall">
      <thead>
        <tr>
          <th scope="col">Phase</th>
          <td class="track" />
          <th scope="col" class="number">
            Starts
          </th>
          <th scope="col" class="number">
            Takes
          </th>
        </tr>
      </thead>
      <tbody>
        {phaseBars(row).map(({ name, span, left, width }) => (
          <Fragment key={name}>
            <tr title={SAYS[name]}>
              <th scope="row">{name}</th>
              <td class="track">{span && <i style={placed(left, width)} />}</td>
              {span ? (
                <>
                  <td class="number quiet">+{formatPreciseMs(span.start - begun)}</td>
                  <td class="number">{formatPreciseMs(span.duration)}</td>
                </>
              ) : (
                <td class="number quiet" colSpan={2}>
                  not observed
                </td>
              )}
            </tr>
            {name === 'server + network' && <ServerShare row={row} />}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td class="track" />
          <td />
          <td class="number">{total === undefined ? 'not known' : formatPreciseMs(total)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** How long is known, and not when: it lies somewhere inside of the wait, and is drawn in its middle. */
function ServerShare({ row }: { row: Exchange }) {
  const { server } = row.times
  const wait = phaseBars(row).find(({ name }) => name === 'server + network')
  if (server === undefined || !wait?.span) return null
  const share = wait.span.duration > 0 ? Math.min(1, server / wait.span.duration) : 0
  const width = wait.width * share
  return (
    <tr
      class="share"
      title="The server says how long it took, and not when; it lies somewhere inside of the wait"
    >
      <th scope="row">of which server</th>
      <td class="track">
        <i style={placed(wait.left + (wait.width - width) / 2, width)} />
      </td>
      <td class="number quiet">{Math.round(share * 100)} %</td>
      <td class="number">{formatPreciseMs(server)}</td>
    </tr>
  )
}

function placed(left: number, width: number) {
  return { left: `min(${left}%, 100% - 2px)`, width: `${width}%` }
}
