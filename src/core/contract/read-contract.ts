/** The door for contracts: plain data, as a YAML file holds it, becomes a contract; whatever is wrong becomes a problem with its path. */
import { isRecord } from '../is-record.ts'
import { quote } from '../quote.ts'
import { clashes } from './clashes.ts'
import { type Clause, CONTRACT_VERSION, type Contract, type Origin, type Problem } from './contract.ts'
import { EXPECTATIONS } from './expectations.ts'
import { readExchange, readTrigger, SUBJECT_KEYS } from './subject.ts'

const KEYS = [...SUBJECT_KEYS, ...EXPECTATIONS.map(({ key }) => key), 'from']

/** Never throws. The contract holds what could be read, clause by clause at the place it was written. */
export function readContract(data: unknown): { contract: Contract; problems: Problem[] } {
  const problems: Problem[] = []
  const tell = (path: string, says: string) => problems.push({ path, says })
  const contract: Contract = { version: CONTRACT_VERSION, clauses: [] }
  if (!isRecord(data)) {
    tell('', 'A contract is a map with version and clauses.')
    return { contract, problems }
  }
  refuseUnknown(data, '', ['version', 'clauses'], tell)
  const version = own(data, 'version')
  if (typeof version === 'number' && version > CONTRACT_VERSION)
    tell(
      'version',
      `This contract was written for a newer version (${version}; this reader knows up to ${CONTRACT_VERSION}).`,
    )
  else if (version !== CONTRACT_VERSION) tell('version', `The version must be ${CONTRACT_VERSION}.`)
  const clauses = own(data, 'clauses')
  if (!Array.isArray(clauses)) tell('clauses', 'The clauses must be a list.')
  else contract.clauses = clauses.map((clause, index) => readClause(clause, `clauses[${index}]`, tell))
  return { contract, problems: [...problems, ...clashes(contract)] }
}

type Tell = (path: string, says: string) => void

function readClause(data: unknown, path: string, tell: Tell): Clause {
  const clause: Clause = { of: {}, wants: {} }
  if (!isRecord(data)) {
    tell(path, `A clause is a map of ${KEYS.join(', ')}.`)
    return clause
  }
  refuseUnknown(data, `${path}.`, KEYS, tell)
  const read = <T>(
    key: string,
    reader: (value: unknown) => T | undefined,
    example: string,
  ): T | undefined => {
    if (!Object.hasOwn(data, key)) return undefined
    const value = reader(data[key])
    if (value === undefined)
      tell(`${path}.${key}`, `The key ${key} cannot be ${shown(data[key])}. Write, for example: ${example}.`)
    return value
  }
  const trigger = read('trigger', readTrigger, 'typing in #tag-input')
  const exchange = read('exchange', readExchange, 'dispatch add_tag')
  const view = read('view', (value) => (typeof value === 'string' ? value : undefined), 'issues.new')
  if (trigger) clause.of.trigger = trigger
  if (exchange) clause.of.exchange = exchange
  if (view !== undefined) clause.of.view = view
  for (const expectation of EXPECTATIONS)
    Object.assign(clause.wants, read(expectation.key, expectation.read, expectation.example))
  const from = read('from', readOrigin, '{ recording: typing.jsonl, rows: [a/12] }')
  if (from) clause.from = from
  if (clause.wants.pushes && (trigger || exchange))
    tell(`${path}.pushes`, 'Nobody asks for a push: a clause on pushes names neither trigger nor exchange.')
  if (!EXPECTATIONS.some(({ key }) => Object.hasOwn(data, key)))
    tell(path, `The clause expects nothing. Add one of ${EXPECTATIONS.map(({ key }) => key).join(', ')}.`)
  return clause
}

function readOrigin(data: unknown): Origin | undefined {
  if (!isRecord(data)) return undefined
  const recording = own(data, 'recording')
  const rows = own(data, 'rows') ?? []
  if (recording !== undefined && typeof recording !== 'string') return undefined
  if (!Array.isArray(rows) || !rows.every((row) => typeof row === 'string')) return undefined
  return { ...(recording === undefined ? {} : { recording }), rows }
}

function refuseUnknown(
  data: Record<string, unknown>,
  before: string,
  known: readonly string[],
  tell: Tell,
): void {
  for (const key of Object.keys(data)) {
    if (!known.includes(key))
      tell(
        `${before}${quote(key)}`,
        `The key ${quote(key)} is not known here. Known are ${known.join(', ')}.`,
      )
  }
}

function own(data: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined
}

/** Enough to find it again; nothing deep is walked. */
function shown(value: unknown): string {
  if (typeof value === 'string') return quote(JSON.stringify(value))
  if (Array.isArray(value)) return 'this list'
  return typeof value === 'object' && value !== null ? 'this map' : String(value)
}
