/** The tutorial's page script: search tags while typing, pick one, say whether a title is taken. */

const VIEW = 'issues.new'
/** ms that typing must pause before the server is asked. */
const PAUSE = 150

const input = document.getElementById('tag-input')
const list = document.getElementById('tag-suggestions')
const title = document.getElementById('title')
const note = document.getElementById('title-note')
let timer
/** Counts searches: only the newest one's answer may be shown. */
let newest = 0

function show(tags) {
  // Text nodes, never innerHTML: a tag's name is what any visitor once typed.
  list.replaceChildren(
    ...tags.map((tag) => {
      const option = document.createElement('li')
      option.setAttribute('role', 'option')
      option.dataset.id = tag.id
      option.textContent = tag.name
      return option
    }),
  )
  list.hidden = tags.length === 0
  input.setAttribute('aria-expanded', String(tags.length > 0))
}

async function search() {
  newest += 1
  const turn = newest
  const tags = await djust.call(VIEW, 'search_tags', { q: input.value }).catch((problem) => {
    console.error('The tag search failed:', problem.message)
    return []
  })
  if (turn === newest) show(tags)
}

input.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(search, PAUSE)
})
input.addEventListener('keydown', (event) => {
  // Enter in this field never submits the form.
  if (event.key === 'Enter') event.preventDefault()
  if (event.key === 'Escape') show([])
})
list.addEventListener('click', (event) => {
  const option = event.target.closest('[data-id]')
  if (!option) return
  input.value = ''
  newest += 1
  show([])
  djust.handleEvent('add_tag', { id: Number(option.dataset.id), name: option.textContent })
})
window.addEventListener('djust:push_event', ({ detail }) => {
  if (detail.event !== 'issue-created') return
  title.form.reset()
  note.textContent = ''
})
title.addEventListener('change', async () => {
  if (!title.value.trim()) return
  const answer = await djust.call(VIEW, 'title_taken', { title: title.value })
  note.textContent = answer.available ? '' : `${answer.reason}.`
})
