/** Which two are compared: the log or a baseline, with a baseline; and whether both did the same. */
import type { Comparing, Newer } from '../store/comparing.ts'

export function ComparisonChoice({ comparing }: { comparing: Comparing }) {
  const { baselines, base, newer, isSameActions, isOld } = comparing
  const all = baselines.value ?? []
  function choose(chosen: number | undefined, other: Newer): void {
    comparing.choose(chosen, other === chosen ? 'log' : other)
    void comparing.compare()
  }
  return (
    <div class="choice">
      <label>
        Compare{' '}
        <select
          value={String(newer.value)}
          onChange={({ currentTarget: { value } }) =>
            choose(base.value, value === 'log' ? 'log' : Number(value))
          }
        >
          <option value="log">the log as it is shown</option>
          {all
            .filter(({ id }) => id !== base.value)
            .map(({ id, name }) => (
              <option key={id} value={String(id)}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label>
        with{' '}
        <select
          value={String(base.value ?? '')}
          onChange={({ currentTarget: { value } }) =>
            choose(value === '' ? undefined : Number(value), newer.value)
          }
        >
          <option value="">(choose a baseline)</option>
          {all.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label
        class="check"
        title="Then it is compared, too, how often something was asked. A log does not hold keys and clicks that asked nothing."
      >
        <input
          type="checkbox"
          checked={isSameActions.value}
          onChange={({ currentTarget }) => {
            isSameActions.value = currentTarget.checked
            void comparing.compare()
          }}
        />
        Both did the same, step by step
      </label>
      {isOld.value && (
        <button type="button" class="action" onClick={() => void comparing.compare()}>
          The log has changed: compare again
        </button>
      )}
    </div>
  )
}
