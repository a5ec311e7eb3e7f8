/** All the lines of one shaking, on one clock that stands still while a task runs. */
import type { Turn } from './numbering.ts'
import type { Tools } from './tools.ts'
import { type Clock, createWaitingLine, type WaitingLine } from './waiting-line.ts'

export interface Lines {
  of(key: unknown): WaitingLine
  /** ms. What is asked in one task is asked at one time, however long the task takes. */
  now(): number
  /**
   * Holds what goes out behind everything of its line. `turn` is absent for what is not shaken itself. `go` is given a way to
   * tell the fact, to be called right after it has gone.
   */
  holdSending(line: WaitingLine, turn: Turn | undefined, go: (tell: (tools: Tools) => void) => void): void
  flush(): void
}

export function createLines({ now, after }: Pick<Clock, 'now' | 'after'>): Lines {
  const lines = new Map<unknown, WaitingLine>()
  /** By line: when the last of it is due, ms. */
  const last = new WeakMap<WaitingLine, number>()
  let current: number | undefined

  function nowInTask(): number {
    if (current === undefined) {
      current = now()
      after(0, () => {
        current = undefined
      })
    }
    return current
  }

  return {
    of(key) {
      const line = lines.get(key) ?? createWaitingLine({ now, after })
      lines.set(key, line)
      return line
    },
    now: nowInTask,
    holdSending(line, turn, go) {
      const asked = nowInTask()
      const due = Math.max(asked + (turn?.delay ?? 0), line.isEmpty() ? 0 : (last.get(line) ?? 0))
      last.set(line, due)
      line.hold(due).ready(() => {
        go(({ report }) => {
          if (!turn) return
          const { seed, number } = turn
          report({ type: 'shaken', way: 'out', seed, number, ms: Math.max(0, now() - asked) })
        })
        return undefined
      })
    },
    flush() {
      for (const line of lines.values()) line.flush()
    },
  }
}
