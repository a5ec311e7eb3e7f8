/** What a person must be told beside the log, each thing once, with how often it happened. */
import { type ReadonlySignal, signal } from '@preact/signals'

interface Notice {
  text: string
  times: number
}

export interface Notices {
  /** Oldest first. */
  list: ReadonlySignal<readonly Notice[]>
  say(text: string): void
  dismiss(text: string): void
  dismissAll(): void
}

/** More would only hide the log that they speak of. */
const MOST = 4

export function createNotices(): Notices {
  const list = signal<readonly Notice[]>([])
  return {
    list,
    say(text) {
      const known = list.value.some((notice) => notice.text === text)
      list.value = known
        ? list.value.map((notice) => (notice.text === text ? { text, times: notice.times + 1 } : notice))
        : [...list.value, { text, times: 1 }].slice(-MOST)
    },
    dismiss(text) {
      list.value = list.value.filter((notice) => notice.text !== text)
    },
    dismissAll() {
      list.value = []
    },
  }
}
