/** The published JSON schema of a contract's YAML, so that editors complete it and complain early. The reader decides; a test holds the two together. */
import { EXPECTATIONS } from '../core/contract/expectations.ts'

const text = { type: 'string' } as const
const texts = { type: 'array', items: text } as const
const wordOrList = (item: object) => ({ anyOf: [item, { type: 'array', items: item, minItems: 1 }] })
const limit = (unit: string) => ({
  anyOf: [
    { type: 'number', minimum: 0 },
    { type: 'string', pattern: `^\\s*(at most |≤ ?|<= ?)?[0-9]{1,12}(\\.[0-9]{1,6})?${unit}\\s*$` },
  ],
})

/** What each key may hold, beside what it means. */
const KEYS: Record<(typeof EXPECTATIONS)[number]['key'], object> = {
  only: {
    description: 'Nothing else may be asked: `call search_tags`, a list of such, or [] for nothing at all.',
    anyOf: [text, texts],
  },
  count: {
    description: 'How often it may be asked: `exactly 1 per event`, `at most 1 per 150 ms`.',
    ...wordOrList({
      type: 'string',
      pattern:
        '^\\s*((exactly|at most) [0-9]{1,9} per event|at most [0-9]{1,9} per 0*[1-9][0-9]{0,8} ms)\\s*$',
    }),
  },
  render: {
    description: 'What the page may do because of it.',
    ...wordOrList({ enum: ['none', 'empty', 'patched', 'replaced', 'direct', 'local', 'dropped'] }),
  },
  patches: { description: 'At most so many patches in the answers to one exchange.', ...limit('') },
  nodes: { description: 'At most so many nodes touched because of one exchange.', ...limit('') },
  p95: {
    description: '95 of 100 take no longer, from asking to the last that was seen of the answer.',
    ...limit('( ms)?'),
  },
  transport: {
    description: 'Which way it goes to the server.',
    ...wordOrList({ enum: ['http', 'ws', 'sse', 'none'] }),
  },
  errors: { description: 'Nothing may fail or be limited.', const: 'none' },
  pushes: {
    description: 'What the server may say unasked: `none`, or names.',
    anyOf: [text, texts],
  },
}

const SUBJECT = {
  trigger: {
    description: 'Speaks of what this asked: `typing in #tag-input`, `clicking li.option`.',
    anyOf: [
      text,
      { type: 'object', required: ['event', 'element'], properties: { event: text, element: text } },
    ],
  },
  exchange: {
    description: 'Speaks of exchanges of this name: `call search_tags`, or `search_tags` of any kind.',
    type: 'string',
    minLength: 1,
  },
  view: { description: 'Speaks of exchanges of this view.', type: 'string' },
}

const FROM = {
  description: 'Where the clause came from.',
  type: 'object',
  properties: { recording: text, rows: texts },
}

export const CONTRACT_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'djust contract',
  description: 'What must stay true of recordings of a djust page, checked by djust-devtools check.',
  type: 'object',
  required: ['version', 'clauses'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    clauses: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { ...SUBJECT, ...KEYS, from: FROM },
        anyOf: EXPECTATIONS.map(({ key }) => ({ required: [key] })),
        if: { required: ['pushes'] },
        // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema; nobody awaits a schema.
        then: { not: { anyOf: [{ required: ['trigger'] }, { required: ['exchange'] }] } },
      },
    },
  },
} as const
