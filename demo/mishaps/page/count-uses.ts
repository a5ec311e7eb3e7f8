/** A button that asks how often each tag of a list is used: one after the other, or all at once. */

import { djust } from '../../tags/page/djust.ts'
import { slug } from './slug.ts'

export function bindCount(button: HTMLButtonElement): void {
  button.addEventListener('click', async () => {
    const items = [...document.querySelectorAll<HTMLElement>('#uses li')]
    const ids = items.map(({ dataset }) => Number(dataset['id']))
    const uses = button.dataset['counts'] === 'each' ? await askEach(ids) : await askAll(ids)
    button.disabled = true
    for (const [index, item] of items.entries()) item.append(`: ${uses[index]}`)
  })
}

async function askEach(ids: readonly number[]): Promise<number[]> {
  const uses: number[] = []
  for (const id of ids) uses.push((await djust().call(slug(), 'usage', { id })) as number)
  return uses
}

async function askAll(ids: readonly number[]): Promise<number[]> {
  return (await djust().call(slug(), 'usages', { ids })) as number[]
}
