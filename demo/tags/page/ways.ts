/** Entry of the two pages of Both ways: the side that calls draws its list itself; the other needs no script at all. */

import { AnswerCache } from './answer-cache.ts'
import { djust } from './djust.ts'
import { bindNotices } from './notices.ts'

interface Found {
  results: readonly { id: number; name: string }[]
}

const find = (id: string) => document.getElementById(id)

const [connection, failure] = [find('connection'), find('failure')]
if (connection && failure) bindNotices(connection, failure)

const [input, list] = [find('q') as HTMLInputElement | null, find('results')]
if (input && list) bindSearch(input, list)

function bindSearch(input: HTMLInputElement, list: HTMLElement): void {
  const isSlow = list.dataset['slow'] === 'true'
  /** The mistake to try: whatever comes is drawn, in the order in which it comes. */
  const drawsLate = list.dataset['late'] === 'true'
  /** ms; with none the server is asked with every key, which is a mistake to try. */
  const pause = Number(list.dataset['pause'])
  const known =
    list.dataset['cached'] === 'true' ? new AnswerCache<Found>(() => performance.now()) : undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Counts searches; the list names the one it shows. */
  let newest = 0

  const search = async () => {
    newest += 1
    const turn = newest
    const q = input.value.trim()
    const found =
      known?.get(q) ?? ((await djust().call('ways.function', 'search', { q, slow: isSlow })) as Found)
    known?.keep(q, found)
    const { results } = found
    if (turn === newest || drawsLate) draw(turn, q, results)
  }

  const draw = (turn: number, q: string, results: Found['results']) => {
    list.dataset['turn'] = String(turn)
    list.replaceChildren(
      ...results.map(({ name }) => {
        const item = document.createElement('li')
        item.textContent = name
        return item
      }),
    )
    const [found, asked] = [find('found'), find('asked')]
    if (found) found.textContent = String(results.length)
    if (!asked) return
    const quoted = document.createElement('bdi')
    quoted.textContent = q.slice(0, 40)
    asked.replaceChildren(...(q ? [' for “', quoted, '”'] : []))
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => search().catch((problem) => console.warn('the search failed', problem)), pause)
  })
}
