/** Asks whether a title is taken when its form is submitted; and says what was pushed, where a handler is asked instead. */

import { djust } from '../../tags/page/djust.ts'
import { slug } from './slug.ts'

interface Checked {
  taken: boolean
}

export function bindCheck(form: HTMLFormElement): void {
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const title = String(new FormData(form).get('title'))
    say((await djust().call(slug(), 'check_title', { title })) as Checked)
  })
}

export function hearChecked(): void {
  window.addEventListener('djust:push_event', (event) => {
    const { detail } = event as CustomEvent<{ event: string; payload: Checked }>
    if (detail.event === 'title_checked') say(detail.payload)
  })
}

function say({ taken }: Checked): void {
  const note = document.getElementById('checked')
  if (note) note.textContent = taken ? 'Another issue has this title.' : 'No issue has this title.'
}
