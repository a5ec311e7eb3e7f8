/** `is:rerender`: what is true of an exchange, its verdict among it. */
import { harmOf } from '../collateral.ts'
import type { Exchange, Flag, Render } from '../exchange.ts'
import { hasFailed } from '../failed.ts'
import { isRerender } from '../rerender.ts'
import { choiceKey } from './choice-key.ts'

const renders =
  (render: Render) =>
  ({ verdict }: Exchange) =>
    verdict.render === render
const flagged =
  (flag: Flag) =>
  ({ verdict }: Exchange) =>
    verdict.flags.includes(flag)

export const isKey = choiceKey('is', 'rerender, wasted, stale, error, pending, fault …', [
  { value: 'rerender', says: 'the page re-rendered because of it', test: isRerender },
  {
    value: 'error',
    says: 'it went wrong: an error, a limit or a lost connection',
    test: hasFailed,
  },
  { value: 'wasted', says: 'patches came, and the DOM did not change', test: flagged('wasted') },
  { value: 'stale', says: 'a newer one had been answered before it', test: flagged('stale') },
  { value: 'held', says: 'the client kept the answer back for a while', test: flagged('held') },
  { value: 'contradicted', says: 'the wire and the DOM disagree', test: flagged('contradicted') },
  {
    value: 'collateral',
    says: 'the re-render took focus, caret, typed text or scroll',
    test: (row) => harmOf(row) !== undefined,
  },
  {
    value: 'fault',
    says: 'the runtime did something wrong that can be seen',
    test: ({ faults }) => faults !== undefined,
  },
  {
    value: 'shaken',
    says: 'the shaker has delayed it',
    test: ({ shaken }) => shaken !== undefined,
  },
  {
    value: 'inferred',
    says: 'the verdict rests on order and name',
    test: ({ verdict }) => verdict.certainty === 'inferred',
  },
  {
    value: 'proved',
    says: 'the verdict rests on a reference',
    test: ({ verdict }) => verdict.certainty === 'proved',
  },
  { value: 'pending', says: 'no answer yet', test: ({ status }) => status === 'pending' },
  { value: 'none', says: 'no re-render', test: renders('none') },
  { value: 'empty', says: 'the server rendered, and nothing had changed', test: renders('empty') },
  { value: 'patched', says: 'patches were applied', test: renders('patched') },
  { value: 'replaced', says: 'full HTML was put in place', test: renders('replaced') },
  { value: 'direct', says: 'the DOM changed outside a render', test: renders('direct') },
  { value: 'local', says: 'a cached answer was applied again', test: renders('local') },
  { value: 'dropped', says: 'an answer or event came and was not applied', test: renders('dropped') },
  { value: 'unknown', says: 'the evidence does not decide', test: renders('unknown') },
])
