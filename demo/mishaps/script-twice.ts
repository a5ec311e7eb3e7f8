/** A page script inside the view, which a mount runs once more. */

import type { Mishap } from './mishap.ts'
import { poll } from './poll.ts'

export const scriptTwice: Mishap = {
  id: 'script-twice',
  title: 'A script that runs twice',
  says: 'The page’s script stands inside the view, so the mount runs it a second time: two listeners hear one click, and each vote counts twice.',
  steps: [{ click: 'Vote', times: 3 }],
  page: (on, { store }) => {
    const page = poll(store, { byScript: true })
    const script = '\n<script src="/mishaps.js"></script>'
    return { ...page, template: page.template + (on ? script : ''), frame: { script: !on } }
  },
}
