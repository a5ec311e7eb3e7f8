/** Says below the form what a person must know of the connection: that it is gone, that it is back, what was not done. */

import { keepTags } from './kept-tags.ts'

interface Failure {
  outcome: 'not_sent' | 'unanswered' | 'refused'
  error: string
  event?: string
}

/** ms that good news stays. */
const GOOD_NEWS = 4000

const NAMES: Readonly<Record<string, string>> = {
  submit: 'Your issue',
  add_tag: 'The tag',
  remove_tag: 'The removal of the tag',
}

export function bindNotices(connection: HTMLElement, failure: HTMLElement): void {
  let isLost = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let restoreTags = () => undefined as unknown

  // The runtime marks the body, as the real client does for style sheets.
  new MutationObserver(() => {
    const isNowLost = document.body.classList.contains('dj-disconnected')
    if (isNowLost === isLost) return
    isLost = isNowLost
    clearTimeout(timer)
    connection.textContent = isLost ? 'Not connected. Trying again…' : 'Connected again.'
    if (isLost) {
      restoreTags = keepTags()
      return
    }
    restoreTags()
    timer = setTimeout(() => {
      connection.textContent = ''
    }, GOOD_NEWS)
  }).observe(document.body, { attributeFilter: ['class'] })

  window.addEventListener('djust:error', (event) => {
    failure.textContent = sentence((event as CustomEvent<Failure>).detail)
  })
  const forget = () => {
    failure.textContent = ''
  }
  // Whoever tries again wants to know of the new try only.
  document.addEventListener('submit', forget, { capture: true })
  document.addEventListener(
    'click',
    ({ target }) => {
      if (target instanceof Element && target.closest('[dj-click], [role="option"]')) forget()
    },
    { capture: true },
  )
}

function sentence({ outcome, error, event = '' }: Failure): string {
  const what = NAMES[event] ?? 'What you did'
  const rest = event === 'submit' ? ' What you typed is still here.' : ''
  if (outcome === 'not_sent') return `${what} was not sent.${rest}`
  if (outcome === 'refused') return `${what} was refused: ${error.replace(/\.$/, '')}.${rest}`
  return `${what} was sent, but the connection broke before an answer came.${rest}`
}
