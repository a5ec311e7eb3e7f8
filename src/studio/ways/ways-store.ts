/** What Both ways knows: the prediction, the keys, the mistakes to try, and the last run with what it cost. */
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { type Cost, costOf } from '../../core/ways/cost.ts'
import type { Keystroke } from '../../core/ways/keystroke.ts'
import type { Question } from '../../core/ways/prediction.ts'
import type { Side } from '../../core/ways/side.ts'
import { playKeys } from './play-keys.ts'
import { createStage, type Stage } from './stage.ts'

export interface Typing {
  keys: readonly Keystroke[]
  text: string
}

/** What is asked of both pages in their address; the second concerns the handler's, the third the function's. */
export type Twist = 'slow' | 'keyed' | 'late'

export type Phase =
  | { is: 'waiting' }
  | { is: 'playing'; side: 'handler' | 'function' }
  | { is: 'done' }
  | { is: 'failed'; says: string }

export interface Run {
  /** What was expected before it was played. */
  predicted: Predicted
  handler: Side
  function: Side
}

/** The option that was chosen for each question. */
export type Predicted = Partial<Record<Question['id'], string>>

export interface Ways {
  /** The handler's, the function's. */
  stages: readonly [Stage, Stage]
  predicted: Signal<Predicted>
  typing: Signal<Typing>
  twists: Signal<ReadonlySet<Twist>>
  phase: ReadonlySignal<Phase>
  run: ReadonlySignal<Run | undefined>
  costs: ReadonlySignal<{ handler: Cost; function: Cost } | undefined>
  /** Plays the keys in one side after the other: only one field can have the focus. Does nothing without keys, or while it plays. */
  play(): Promise<void>
}

const PAGES = ['/ways/handler', '/ways/function'] as const

export function createWays(theme: () => string): Ways {
  const stages = [createStage('Event handler'), createStage('Server function')] as const
  const twists = signal<ReadonlySet<Twist>>(new Set())
  const predicted = signal<Predicted>({})
  const typing = signal<Typing>({ keys: [], text: '' })
  const phase = signal<Phase>({ is: 'waiting' })
  const run = signal<Run>()
  const { signal: stop } = new AbortController()

  const addressOf = (page: string) => `${page}?${[`studio&theme=${theme()}`, ...twists.peek()].join('&')}`

  async function playOn(side: 0 | 1, { keys, text }: Typing): Promise<Side> {
    phase.value = { is: 'playing', side: side === 0 ? 'handler' : 'function' }
    const stage = stages[side]
    const played = await playKeys(stage, keys, text, stop)
    const rows = stage.rows.peek().filter(({ at, kind }) => at >= played.from && kind !== 'system')
    return { rows, played }
  }

  async function play(): Promise<void> {
    const what = typing.peek()
    if (what.keys.length === 0 || phase.peek().is === 'playing') return
    const expected = predicted.peek()
    phase.value = { is: 'playing', side: 'handler' }
    run.value = undefined
    try {
      await Promise.all(stages.map((stage, side) => stage.open(addressOf(PAGES[side] ?? ''), stop)))
      const handler = await playOn(0, what)
      const called = await playOn(1, what)
      batch(() => {
        run.value = { predicted: expected, handler, function: called }
        phase.value = { is: 'done' }
      })
    } catch (error) {
      phase.value = { is: 'failed', says: (error as Error).message }
    }
  }

  for (const [side, { frame }] of stages.entries()) frame.src = addressOf(PAGES[side] ?? '')
  return {
    ...{ stages, predicted, typing, twists, phase, run, play },
    costs: computed(() =>
      run.value ? { handler: costOf(run.value.handler), function: costOf(run.value.function) } : undefined,
    ),
  }
}
