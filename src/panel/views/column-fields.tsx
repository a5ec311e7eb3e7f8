/** Which columns the log has. Where they stand and how wide they are is set on the header itself. */
import { COLUMNS } from '../../core/columns/columns.ts'
import { NAME } from '../store/chosen-columns.ts'
import type { Columns } from '../store/columns.ts'

export function ColumnFields({ columns }: { columns: Columns }) {
  const chosen = new Set(columns.chosen.value.map(({ id }) => id))
  return (
    <fieldset>
      <legend>Columns of the log</legend>
      <div class="choices">
        {COLUMNS.map(({ id, title, says }) => (
          <label key={id} class="check" title={says}>
            <input
              type="checkbox"
              checked={chosen.has(id)}
              // No row is without it.
              disabled={id === NAME}
              onChange={({ currentTarget }) => (currentTarget.checked ? columns.keep(id) : columns.hide(id))}
            />
            {title}
          </label>
        ))}
      </div>
      <p class="quiet">Drag a header to move its column, and its edge to resize it.</p>
      <p>
        <button type="button" class="link" onClick={() => columns.reset()}>
          Reset columns
        </button>
      </p>
    </fieldset>
  )
}
