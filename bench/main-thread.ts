/** What the page's main thread itself worked, task by task: time that other programs took from it does not count. */
import type { Browser, Page } from 'playwright'
import { traceDuring } from './trace.ts'

export interface Work {
  /** ms of the processor that the tasks took together, and that the longest of them took. */
  total: number
  longest: number
}

/** Rejects when the browser tells nothing of the thread's own time: then nothing was measured. */
export async function workDuring(browser: Browser, page: Page, act: () => Promise<void>): Promise<Work> {
  const { events, mark } = await traceDuring(browser, page, ['toplevel'], act)
  const tasks = events
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === mark.pid && tid === mark.tid)
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]))
  if (tasks.length === 0) throw new Error('the browser does not tell how long its tasks took')
  return { total: tasks.reduce((sum, each) => sum + each, 0), longest: Math.max(...tasks) }
}
