/** A contract that a person opened, held against the log: what of it is broken, in which line, and by which rows. */
import { useEffect, useState } from 'preact/hooks'
import { type ParsedContract, type Place, parseContract } from '../../contract/parse-contract.ts'
import { type Check, checkContract } from '../../core/contract/check-contract.ts'
import { subjectWords } from '../../core/contract/subject.ts'
import type { Exchange } from '../../core/exchange.ts'
import { formatMany } from '../../core/numbers.ts'
import type { Store } from '../store/store.ts'
import { RowLinks } from './row-links.tsx'

export interface ContractCheckProps {
  store: Store
  file: File
  onClose: () => void
}

interface Checked {
  parsed: ParsedContract
  check: Check
  rows: readonly Exchange[]
}

export function ContractCheck({ store, file, onClose }: ContractCheckProps) {
  const [checked, setChecked] = useState<Checked | string>()
  useEffect(() => {
    file.text().then(
      (text) => {
        const parsed = parseContract(text)
        const rows = store.rows.present.peek()
        setChecked({ parsed, rows, check: checkContract(parsed.contract, rows) })
      },
      (error: Error) => setChecked(`It could not be read: ${error.message}`),
    )
  }, [file, store])
  return (
    <section aria-label="Contract" class="findings">
      <h2>
        <bdi>{file.name}</bdi>{' '}
        <button type="button" class="action" onClick={onClose}>
          Close the contract
        </button>
      </h2>
      {typeof checked === 'string' && <p role="alert">{checked}</p>}
      {typeof checked === 'object' && <Outcome store={store} checked={checked} />}
    </section>
  )
}

function Outcome({ store, checked: { parsed, check, rows } }: { store: Store; checked: Checked }) {
  const { problems, placeOf, contract } = parsed
  if (problems.length > 0)
    return (
      <>
        <p role="alert">This is no contract that can be read:</p>
        <ol>
          {problems.map((problem) => (
            <li key={`${problem.line} ${problem.column} ${problem.says}`}>
              {placeWords(problem)}: <bdi>{problem.says}</bdi>
            </li>
          ))}
        </ol>
      </>
    )
  function show(id: string): void {
    store.view.value = 'log'
    store.selection.select(id)
    store.selection.openDetails()
    if (!store.rows.isCounting.peek() && !store.selection.row.peek()) store.filter.reset()
  }
  return (
    <>
      <p role="status">
        {check.violations.length === 0
          ? `It holds for the ${formatMany(rows.length, 'row', 'rows')} of the log.`
          : `It is broken ${formatMany(check.violations.length, 'time', 'times')}.`}{' '}
        {check.unseen.length > 0 &&
          `${formatMany(check.unseen.length, 'clause was', 'clauses were')} not seen: no row speaks of it.`}
      </p>
      <ol>
        {[...check.violations, ...check.undecided].map(({ path, says, row, rows: ids }) => (
          <li key={path}>
            <p>
              {placeWords(placeOf(path))}: <bdi>{says}</bdi>
            </p>
            <RowLinks sides={[{ word: 'Rows', ids: [row, ...ids.filter((id) => id !== row)], rows, show }]} />
          </li>
        ))}
        {check.unseen.map((index) => (
          <li key={index} class="quiet">
            {placeWords(placeOf(`clauses[${index}]`))}: not seen,{' '}
            <bdi>{subjectWords(contract.clauses[index]?.of ?? {})}</bdi>
          </li>
        ))}
      </ol>
    </>
  )
}

function placeWords({ line, column }: Place): string {
  return `Line ${line}, column ${column}`
}
