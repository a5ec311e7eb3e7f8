/** The cost card: a table of figures, each counted from the rows of the run. */
import { cardOf } from '../../core/ways/card.ts'
import type { Cost } from '../../core/ways/cost.ts'

export function CostCard({ handler, called }: { handler: Cost; called: Cost }) {
  return (
    <table class="card">
      <caption>What it cost</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" class="dispatch">
            ⟳ Event handler
          </th>
          <th scope="col" class="call">
            → Server function
          </th>
        </tr>
      </thead>
      <tbody>
        {cardOf(handler, called).map(({ what, hint, handler, function: other }) => (
          <tr key={what}>
            <th scope="row">
              {what}
              {hint && <small>{hint}</small>}
            </th>
            <td>{handler}</td>
            <td>{other}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
