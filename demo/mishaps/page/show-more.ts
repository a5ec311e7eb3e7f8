/** A button that shows more of a list: by asking for ever more of it, or for the next page. */

import { djust } from '../../tags/page/djust.ts'
import { slug } from './slug.ts'

/** How many the first click asks for. */
const FIRST = 25

export function bindShowMore(button: HTMLButtonElement): void {
  const list = document.getElementById('results')
  let clicks = 0
  button.addEventListener('click', async () => {
    const asksLimit = button.dataset['showsMore'] === 'limit'
    const params = asksLimit ? { limit: FIRST * 2 ** clicks } : { page: clicks + 1 }
    clicks += 1
    const tags = (await djust().call(slug(), 'popular', params)) as { name: string }[]
    const items = tags.map(({ name }) => {
      const item = document.createElement('li')
      item.textContent = name
      return item
    })
    if (asksLimit) list?.replaceChildren(...items)
    else list?.append(...items)
  })
}
