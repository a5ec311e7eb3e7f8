/** What every rule of the advice is called, in the order in which docs and panel list them; demo, tests and docs share this one list. */
export const ADVICE_IDS = [
  'handler-never-renders',
  'call-then-render',
  'no-debounce',
  'late-answer',
  'repeated-call',
  'chained-calls',
  'collateral',
  'wasted-render',
  'whole-list',
  'full-html',
  'http-fallback',
  'unanswered-ref',
  'unseen-error',
  'client-limit',
  'oversized-payload',
  'ignored-payload',
  'script-twice',
  'missing-csrf',
  'slow-apply',
  'slow-server',
  'slow-network',
] as const

export type AdviceId = (typeof ADVICE_IDS)[number]
