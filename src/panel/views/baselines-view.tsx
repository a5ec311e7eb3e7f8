/** Baselines: recordings kept under a name, and what the log does in another way than one of them. */
import '../css/baselines.css'
import { useEffect, useState } from 'preact/hooks'
import { type Comparing, createComparing } from '../store/comparing.ts'
import type { Store } from '../store/store.ts'
import { BaselineTable } from './baseline-table.tsx'
import { ComparisonChoice } from './comparison-choice.tsx'
import { ComparisonFindings } from './comparison-findings.tsx'
import { lazy } from './lazy.tsx'

const ContractDialog = lazy(async () => (await import('./contract-dialog.tsx')).ContractDialog)
const ContractCheck = lazy(async () => (await import('./contract-check.tsx')).ContractCheck)

export function BaselinesView({ store }: { store: Store }) {
  const comparing = store.comparing.value
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    store.shelf().then(
      async (shelf) => {
        store.comparing.value ??= createComparing(store, shelf)
        // Another panel may have saved or deleted some meanwhile.
        await store.comparing.value.list()
      },
      () => setProblem('What keeps baselines cannot be loaded. Close DevTools and open them again.'),
    )
  }, [store])
  if (problem) return <p class="notice">{problem}</p>
  return comparing?.baselines.value || comparing?.problem.value ? (
    <Shown store={store} comparing={comparing} />
  ) : null
}

function Shown({ store, comparing }: { store: Store; comparing: Comparing }) {
  const { baselines, problem, result } = comparing
  const [isContract, setContract] = useState(false)
  const [contract, setContractFile] = useState<File>()
  const isEmpty = store.rows.present.value.length === 0
  return (
    <div class="baselines">
      <SaveForm comparing={comparing} isEmpty={isEmpty} />
      <div class="contract">
        <button type="button" class="action" disabled={isEmpty} onClick={() => setContract(true)}>
          Save as contract…
        </button>
        <label class="action">
          Check a contract…
          <input
            type="file"
            class="unseen"
            accept=".yaml,.yml"
            onChange={({ currentTarget }) => {
              setContractFile(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
      {problem.value && (
        <p class="notice" role="alert">
          <bdi>{problem.value}</bdi>
        </p>
      )}
      {contract && <ContractCheck store={store} file={contract} onClose={() => setContractFile(undefined)} />}
      {baselines.value?.length === 0 ? (
        <p class="nothing">
          There is no baseline yet. Use the page, save the log as a baseline, and compare with it when
          something was changed.
        </p>
      ) : (
        <>
          <BaselineTable store={store} comparing={comparing} />
          <ComparisonChoice comparing={comparing} />
          {result.value && <ComparisonFindings comparing={comparing} result={result.value} />}
        </>
      )}
      {isContract && <ContractDialog store={store} onClose={() => setContract(false)} />}
    </div>
  )
}

function SaveForm({ comparing, isEmpty }: { comparing: Comparing; isEmpty: boolean }) {
  const { baselines, isBusy } = comparing
  const [name, setName] = useState('')
  const given = `Baseline ${(baselines.value?.length ?? 0) + 1}`
  return (
    <form
      onSubmit={async (event) => {
        event.preventDefault()
        await comparing.save(name.trim() || given)
        if (!comparing.problem.peek()) setName('')
        await comparing.compare()
      }}
    >
      <label>
        Name of the baseline{' '}
        <input
          value={name}
          placeholder={given}
          maxLength={80}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <button type="submit" class="action primary" disabled={isEmpty || isBusy.value}>
        Save the log as a baseline
      </button>
    </form>
  )
}
