/** A button that calls to see whether its tag exists before it dispatches to add it. */

import { djust } from '../../tags/page/djust.ts'
import { slug } from './slug.ts'

export function bindAskFirst(button: HTMLButtonElement): void {
  button.addEventListener('click', async () => {
    const id = Number(button.dataset['asksFirst'])
    const tag = await djust().call(slug(), 'find_tag', { id })
    if (tag) await djust().dispatch('add_tag', { id })
  })
}
