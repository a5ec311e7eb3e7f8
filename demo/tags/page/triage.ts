/** Entry of the triage page: the two buttons that call, and what is told of a lost connection. */

import { djust } from './djust.ts'
import { bindNotices } from './notices.ts'

const VIEW = 'issues.triage'
const find = (id: string) => document.getElementById(id)

const [connection, failure] = [find('connection'), find('failure')]
if (connection && failure) bindNotices(connection, failure)

const answer = find('answer')
find('star-by-call')?.addEventListener('click', async () => {
  const { starred } = (await djust().call(VIEW, 'star_all_by_call', {})) as { starred: number }
  if (answer) answer.textContent = `The server answered: ${starred} starred.`
})

const close = find('close-by-function')
close?.addEventListener('click', async () => {
  const called = djust().call(VIEW, 'close_by_function', {})
  // The mistake to try: nobody hears of what goes wrong.
  if (close.dataset['told'] !== 'true') return void called
  await called.catch((problem: unknown) => {
    if (answer) answer.textContent = problem instanceof Error ? `${problem.message}.` : 'It failed.'
  })
})
