/** The same search twice, for Both ways: once as an event handler that re-renders its list, once as a server function that only answers. */

import { setTimeout as pause } from 'node:timers/promises'
import { eventHandler, serverFunction, type View } from '../live/view.ts'
import type { Tag, TagStore } from './tag-store.ts'

export interface Search {
  q: string
  /** How many searches were answered; the list names the one it shows. */
  turn: number
  results: readonly Tag[]
  /** How many tags there are in all: what mounting this view costs, here one query. */
  total: number
  /** ms that the mount took. */
  mount_ms: number
  /** What the page asked for in its address: a slow server, and two common mistakes. */
  slow: boolean
  keyed: boolean
  late: boolean
  /** What else: to ask nothing twice, and another pause before it asks, ms. */
  cached: boolean
  pause: number
}

const LIMIT = 8
/** ms for one letter; the more letters, the fewer tags fit, and the sooner the answer comes. */
const SLOW = 1200

/** ms that the typing must pause, and at most. */
const PAUSE = 150
const LONGEST_PAUSE = 2000

function readPause(asked: unknown): number {
  return typeof asked === 'string' && /^\d{1,4}$/.test(asked) ? Math.min(Number(asked), LONGEST_PAUSE) : PAUSE
}

export function waysViews(store: TagStore, now: () => number): [View<Search>, View<Search>] {
  const mount: View<Search>['mount'] = (params) => {
    const began = now()
    const total = store.count('tags')
    const has = (name: string) => Object.hasOwn(params, name)
    return {
      ...{ q: '', turn: 0, results: [], total },
      mount_ms: Math.round((now() - began) * 1000) / 1000,
      ...{ slow: has('slow'), keyed: has('keyed'), late: has('late') },
      ...{ cached: has('cached'), pause: readPause(params['pause']) },
    }
  }
  const search = async (q: string, slow: boolean) => {
    if (slow && q) await pause(SLOW / [...q].length)
    return store.search(q, LIMIT)
  }

  return [
    {
      name: 'demo.SearchByHandlerView',
      apiName: 'ways.handler',
      template: 'by_handler.html',
      mount,
      members: {
        search: eventHandler({ value: { type: 'str', default: '' } }, async (state: Search, { value }) => {
          state.q = value.trim()
          state.turn += 1
          state.results = await search(state.q, state.slow)
        }),
      },
    },
    {
      name: 'demo.SearchByFunctionView',
      apiName: 'ways.function',
      template: 'by_function.html',
      mount,
      members: {
        // A fresh view knows nothing of the page's address, so the page says how slow it wants the server.
        search: serverFunction(
          { q: { type: 'str', default: '' }, slow: { type: 'bool', default: false } },
          async ({ q, slow }, { mount_ms, total }: Search) => ({
            results: await search(q.trim(), slow),
            ...{ total, mount_ms },
          }),
        ),
      },
    },
  ]
}
