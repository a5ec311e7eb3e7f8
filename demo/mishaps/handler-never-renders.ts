/** An event handler whose answer never changes the view. */

import { eventHandler, serverFunction } from '../live/view.ts'
import type { Mishap } from './mishap.ts'

export const handlerNeverRenders: Mishap = {
  id: 'handler-never-renders',
  title: 'A handler that never re-renders',
  says: 'Whether a title is taken is asked of an event handler, though the answer never changes the view: it is pushed to the page’s script.',
  steps: [
    { type: 'Login', into: 'Title' },
    { click: 'Check' },
    { type: ' fails', into: 'Title' },
    { click: 'Check' },
    { type: ' on Safari', into: 'Title' },
    { click: 'Check' },
    { type: ' 17', into: 'Title' },
    { click: 'Check' },
  ],
  page: (on, { store }) => {
    const isTaken = (title: string) => ({ taken: store.issueTitled(title) !== null })
    return {
      template: `<h1>New issue</h1>
<form ${on ? 'dj-submit="check_title"' : 'data-checks'} method="dialog" aria-label="New issue">
  <div class="field">
    <label for="title">Title</label>
    <input id="title" name="title" autocomplete="off">
  </div>
  <button type="submit" class="primary">Check</button>
</form>
<p class="quiet" id="checked" role="status" dj-update="ignore"></p>`,
      members: {
        check_title: on
          ? eventHandler({ title: { type: 'str', default: '' } }, (_state, { title }, context) => {
              context.pushEvent('title_checked', isTaken(title))
              context.skipRender()
            })
          : serverFunction({ title: { type: 'str' } }, ({ title }) => isTaken(title)),
      },
    }
  },
}
