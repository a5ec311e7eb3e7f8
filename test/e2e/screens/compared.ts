/** Two recordings of the same person at two builds of a page: the second one is slower, and asks an event handler. */
import { writeRecording } from '../../../src/core/recording.ts'
import type { Trigger } from '../../../src/protocol/facts.ts'
import type { Tab } from '../../browsers/browser.ts'
import { session } from '../../core/compare-session.ts'

const ABOUT = { tool: 'djust-devtools test', redaction: 'Nothing was.' }
const submitting: Trigger = { element: 'form#new-issue', event: 'submit', certainty: 'same-task' }

function recording(isNew: boolean): string {
  const story = session(isNew ? 2 : 1, { slower: isNew ? 1.6 : 1 })
  for (let turn = 0; turn < 4; turn++) {
    story.at(60_000 + turn * 1000)
    if (!isNew) story.calls('check_title', { title: 'Login' }, 'issues.new', submitting).answers(200, {})
    else
      story
        .dispatches('check_title', { ...submitting, certainty: 'runtime' })
        .event('check_title', 900 + turn)
        .patch(3, { ref: 900 + turn })
        .marks('apply-start')
        .dom(2)
        .marks('apply-end')
        .marks('render-end')
        .done()
  }
  return writeRecording(story.log, ABOUT)
}

/** Opens one of them, as a person who chooses its file. */
export async function openBuild(tab: Tab, which: 'old' | 'new'): Promise<void> {
  await tab.evaluate(
    (name, text) => {
      const input = document.querySelector<HTMLInputElement>('.files input[type=file]')
      const chosen = new DataTransfer()
      chosen.items.add(new File([text], name))
      if (!input) return
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
    `${which}-build.jsonl`,
    recording(which === 'new'),
  )
  await tab.waitFor(
    (name) => document.querySelector('.banner bdi')?.textContent === name,
    `${which}-build.jsonl`,
  )
}
