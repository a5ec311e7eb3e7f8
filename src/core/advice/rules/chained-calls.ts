/**
 * Many calls where one would do: a loop that asks for each thing by itself, or a chain in which each answer leads to the next question.
 * Refuses different functions asked at once, as a page does that shows several things, and questions that follow what is typed.
 */
import type { Exchange } from '../../exchange.ts'
import { CLOSE, follows, TYPING } from '../../follows.ts'
import { startOf } from '../../moments.ts'
import { formatCount } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block, callOf, identifier } from '../code.ts'
import type { AdviceRule, Finding } from '../finding.ts'
import { byTarget, idsOf, isAnswered, paramsOf } from '../targets.ts'

/** Calls of one loop, and of one chain. */
const LOOP = 4
const CHAIN = 3
/** What begins within this of the one before, and before that is answered, is begun at once, ms. */
const AT_ONCE = 100

export const chainedCalls: AdviceRule = {
  id: 'chained-calls',
  title: 'Many calls where one would do',
  find(rows) {
    const loops = byTarget(rows, 'call').flatMap((group) => runs(group, isBesides, LOOP).filter(isVaried))
    const chains = runs(
      rows.filter((row) => row.kind === 'call' && isAnswered(row)),
      follows,
      CHAIN,
    )
    const found = new Map<string, Finding>()
    for (const run of [...loops, ...chains]) {
      const finding = advice(run, loops.includes(run))
      const known = found.get(finding.subject)
      if (!known) found.set(finding.subject, finding)
      else found.set(finding.subject, { ...known, rows: [...known.rows, ...finding.rows] })
    }
    return [...found.values()]
  },
}

function runs(
  rows: readonly Exchange[],
  goesOn: (before: Exchange, row: Exchange) => boolean,
  least: number,
): Exchange[][] {
  const all: Exchange[][] = []
  for (const row of rows) {
    const before = all.at(-1)?.at(-1)
    if (before && goesOn(before, row)) all.at(-1)?.push(row)
    else all.push([row])
  }
  return all.filter((run) => run.length >= least)
}

const isBesides = (before: Exchange, row: Exchange) =>
  startOf(row) - startOf(before) <= AT_ONCE &&
  startOf(row) < (before.answered?.at ?? Number.POSITIVE_INFINITY) &&
  row.trigger?.element === before.trigger?.element &&
  !(row.trigger && TYPING.test(row.trigger.event))

/** The same question many times over is another matter. */
function isVaried(run: readonly Exchange[]): boolean {
  const params = run.map(paramsOf)
  return params.every(Boolean) && new Set(params.map((each) => JSON.stringify(each))).size >= LOOP
}

function advice(run: readonly Exchange[], isLoop: boolean): Finding {
  const first = run[0] as Exchange
  const names = [...new Set(run.map(({ name }) => name))]
  const isOne = names.length === 1
  const all = isOne ? `${identifier(first.name)}_for_all` : `${identifier(first.name)}_with_all`
  const told = isOne ? quote(first.name) : names.map(quote).join(', ')
  return {
    rule: 'chained-calls',
    subject: names.join(' → '),
    says: isLoop
      ? `${formatCount(run.length)} calls of ${told} began at once, each for one thing.`
      : `${formatCount(run.length)} calls of ${told} went out one after the other, each as soon as the one before was answered.`,
    rows: idsOf(run),
    certainty: isLoop ? 'sure' : 'likely',
    because: isLoop
      ? `They began within ${AT_ONCE} ms of each other, to one function, with different parameters. Calls to different functions would refute it.`
      : `Each began within ${CLOSE} ms of the answer before it, with no click or key of its own. A person’s own act between them would refute it.`,
    fix: {
      says: 'Ask once for all of it: every call mounts a fresh view and waits for the line.',
      python: block(
        'from djust.decorators import server_function',
        '',
        '@server_function',
        isOne
          ? `def ${all}(self, ids: list | None = None, **kwargs):`
          : `def ${all}(self, id: int = 0, **kwargs):`,
        isOne
          ? '    return [... for id in ids or []]'
          : '    return {...}  # everything that the page needs of it',
      ),
      js: `const all = await ${callOf(first, isOne ? '{ ids }' : '{ id }', all)}`,
    },
  }
}
