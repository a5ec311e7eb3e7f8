/** Things held back: each goes when it is due and ready, and never before one that is due earlier has gone and is taken. */

/** How long a thing that is due and not ready, or has gone and is not taken, holds up those behind it, ms. */
const PATIENCE = 5000

/** Answers when it is taken, where that is later: the next one waits for it. */
export type Go = () => Promise<unknown> | undefined

export interface Waiting {
  /** It may go from now on. */
  ready(go: Go): void
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
  go: Go | undefined
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
  let handing: Promise<unknown> | undefined

  function pump(): void {
    for (let first = line[0]; first; first = line[0]) {
      const until = first.go || isFlushed ? first.due : first.due + PATIENCE
      if (!isFlushed && handing) return
      if (!isFlushed && until > now()) {
        after(until - now(), pump)
        return
      }
      line.shift()
      handOver(first.go?.())
    }
  }

  function handOver(taking: Promise<unknown> | undefined): void {
    if (!taking) return
    handing = taking
    const taken = () => {
      if (handing !== taking) return
      handing = undefined
      pump()
    }
    // A task later, so that who took it can also do at once what it took it for.
    const soon = () => after(0, taken)
    taking.then(soon, soon)
    after(PATIENCE, taken)
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
          else handOver(go())
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
