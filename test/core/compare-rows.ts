/** Rows of any log: those of facts a page might report, and many of few things, so that logs have something to compare. */
import fc from 'fast-check'
import type { Exchange, Render, Status } from '../../src/core/exchange.ts'
import { createLog, fold, rowsOf } from '../../src/core/log.ts'
import type { Trigger } from '../../src/protocol/facts.ts'
import { sightings } from '../language/arbitrary.ts'
import { page } from '../language/page.ts'

const names = fc.constantFrom('add', 'save', '__proto__', 'a b', '\u202edda', 'none', 'call me', '')
const elements = fc.constantFrom(
  'input#q.a[name=q]',
  'li.b[role=option]',
  'li.b',
  'a[1[1]]',
  'p: on x',
  ' ',
  '',
)
const trigger: fc.Arbitrary<Trigger> = fc.record({
  element: elements,
  event: fc.constantFrom('input', 'keydown', 'click', '', 'x y', '__proto__'),
  certainty: fc.constantFrom('same-task', 'recent', 'runtime'),
})

/** The row that every one here is a change of. */
const [plain] = page().calls('f').answers(200, {}).rows as [Exchange]

const shape = fc.record({
  kind: fc.constantFrom('call', 'dispatch', 'dispatch', 'push', 'navigation', 'system'),
  name: names,
  view: fc.constantFrom('', 'v', 'w'),
  transport: fc.constantFrom('http', 'ws', 'sse', 'none'),
})
const detail = fc.record({
  gap: fc.nat(40),
  status: fc.constantFrom<Status>('ok', 'ok', 'ok', 'error', 'limited', 'lost', 'pending'),
  render: fc.constantFrom<Render>('none', 'empty', 'patched', 'replaced', 'dropped', 'unknown', 'pending'),
  patches: fc.nat(5),
  nodes: fc.option(fc.nat(9), { nil: undefined }),
  took: fc.nat(60),
  server: fc.option(fc.nat(30), { nil: undefined }),
  bytes: fc.nat(3000),
})

const many: fc.Arbitrary<Exchange[]> = fc
  .array(
    fc.tuple(
      shape,
      fc.option(trigger, { nil: undefined }),
      fc.array(detail, { minLength: 1, maxLength: 12 }),
    ),
    { maxLength: 6 },
  )
  .map((groups) => {
    let at = 0
    return groups.flatMap(([fixed, trigger, details]) =>
      details.map((each, index): Exchange => {
        at += each.gap
        const { failure: _, trigger: __, dom: ___, ...rest } = plain
        return {
          ...rest,
          ...fixed,
          id: `d/${at}-${index}`,
          doc: 'd',
          seq: at * 100 + index,
          at,
          status: each.status,
          patches: each.patches,
          sent: each.bytes,
          times: {
            sent: at,
            received: at + each.took,
            ...(each.server === undefined ? {} : { server: each.server }),
          },
          verdict: { ...plain.verdict, render: each.render },
          ...(trigger ? { trigger } : {}),
          ...(each.nodes === undefined
            ? {}
            : { dom: { nodes: each.nodes, added: 0, removed: 0, attributes: 0, text: 0 } }),
        }
      }),
    )
  })

export const rows: fc.Arbitrary<readonly Exchange[]> = fc.oneof(
  many,
  sightings.map((facts) => rowsOf(fold(createLog(), facts))),
)
