/** Asks one event handler in both ways it can be asked: as an event of this page, and over HTTP, where it is nobody's page. */

import { djust, VIEW } from './djust.ts'

const HANDLER = 'add_popular_tags'
const COUNT = 3

export function bindApi(dispatch: HTMLElement, ask: HTMLElement, answer: HTMLElement): void {
  dispatch.addEventListener('click', () => void djust().dispatch(HANDLER, { count: COUNT }))
  ask.addEventListener('click', async () => {
    answer.textContent = 'Asking…'
    answer.textContent = await post().catch(() => 'Not connected.')
  })
}

async function post(): Promise<string> {
  const token = document.querySelector<HTMLInputElement>('input[name="csrfmiddlewaretoken"]')?.value ?? ''
  const response = await fetch(djust().apiUrl(`${VIEW}/${HANDLER}/`), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token },
    body: JSON.stringify({ count: COUNT }),
  })
  return `${response.status} ${JSON.stringify(await response.json())}`
}
