/** The search field of the mishaps: asks by a call, in the way that its attributes say. */

import { AnswerCache } from '../../tags/page/answer-cache.ts'
import { djust } from '../../tags/page/djust.ts'
import { whyFailed } from '../../tags/page/search-words.ts'
import { slug } from './slug.ts'

interface Tag {
  name: string
}

export function bindSearch(input: HTMLInputElement): void {
  const { pause, draws, remembers, filters } = input.dataset
  const [list, note] = [document.getElementById('results'), document.getElementById('note')]
  const known = new AnswerCache<readonly Tag[]>(() => performance.now())
  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0

  const show = (q: string, tags: readonly Tag[]) => {
    const found = filters === 'true' ? tags.filter(({ name }) => name.startsWith(q)).slice(0, 8) : tags
    list?.replaceChildren(...found.map(({ name }) => itemOf(name)))
    if (note) note.textContent = `${found.length} found for “${q.slice(0, 40)}”`
  }
  const search = async () => {
    newest += 1
    const turn = newest
    const q = input.value.trim()
    if (!q) return show(q, [])
    const remembered = remembers === 'true' ? known.get(q) : undefined
    try {
      const tags = remembered ?? ((await djust().call(slug(), 'search_tags', { q })) as readonly Tag[])
      known.keep(q, tags)
      if (turn === newest || draws === 'all') show(q, tags)
    } catch (problem) {
      if (note) note.textContent = whyFailed(problem)
    }
  }
  input.addEventListener('input', () => {
    clearTimeout(timer)
    if (Number(pause) > 0) timer = setTimeout(search, Number(pause))
    else void search()
  })
}

function itemOf(name: string): HTMLElement {
  const item = document.createElement('li')
  item.textContent = name
  return item
}
