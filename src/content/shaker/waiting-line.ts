/** Things held back: each goes when it is due and ready, and never before one that is due earlier. */

/** How long a thing that is due and not ready holds up those behind it, ms. */
const PATIENCE = 5000

export interface Waiting {
  /** It may go from now on. */
  ready(go: () => void): void
  /** It never will. */
  drop(): void
}

export interface WaitingLine {
  /** `due` in ms on the clock of the line; what is due at the same time goes in the order in which it came. */
  hold(due: number): Waiting
  isEmpty(): boolean
  /** Lets everything that is ready go now, in order, and the rest as soon as it is ready. */
  flush(): void
}

interface Held {
  due: number
  go: (() => void) | undefined
}

export interface Clock {
  now(): number
  /** Answers what cancels it. */
  after(ms: number, work: () => void): number
  cancel(timer: number): void
}

export function createWaitingLine({ now, after }: Pick<Clock, 'now' | 'after'>): WaitingLine {
  let line: Held[] = []
  let isFlushed = false

  function pump(): void {
    for (let first = line[0]; first; first = line[0]) {
      const until = first.go || isFlushed ? first.due : first.due + PATIENCE
      if (!isFlushed && until > now()) {
        after(until - now(), pump)
        return
      }
      line.shift()
      first.go?.()
    }
  }

  return {
    hold(due) {
      const held: Held = { due, go: undefined }
      const behind = line.findIndex((other) => other.due > due)
      line.splice(behind < 0 ? line.length : behind, 0, held)
      after(Math.max(0, due - now()), pump)
      return {
        ready(go) {
          // Whom nobody would wait for any longer goes when it comes.
          const isWaitedFor = line.includes(held)
          held.go = go
          if (isWaitedFor) pump()
          else go()
        },
        drop() {
          line = line.filter((other) => other !== held)
          pump()
        },
      }
    },
    isEmpty: () => line.length === 0,
    flush() {
      isFlushed = true
      pump()
      isFlushed = false
    },
  }
}
