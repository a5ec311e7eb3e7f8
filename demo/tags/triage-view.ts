/** A list of issues to go through, for the lessons: small handlers that change much, little or nothing, and some that refuse. */

import { action, eventHandler, serverFunction, ValueError, type View } from '../live/view.ts'
import type { TagStore } from './tag-store.ts'

export interface Triage {
  issues: { id: number; title: string; starred: boolean }[]
  /** No template shows it. */
  looks: number
  /** What the page asked for in its address: a common mistake, and two ways to do better. */
  unkeyed: boolean
  skip: boolean
  told: boolean
}

const SHOWN = 40
const REFUSED = 'Only who opened an issue may close it'

export function triageView(store: TagStore): View<Triage> {
  const refuse = () => {
    throw new ValueError(REFUSED)
  }
  const starAll = ({ issues }: Triage) => {
    for (const issue of issues) issue.starred = true
    return { starred: issues.length }
  }
  return {
    name: 'demo.TriageView',
    apiName: 'issues.triage',
    template: 'triage_view.html',

    mount(params) {
      const has = (name: string) => Object.hasOwn(params, name)
      return {
        issues: store.issues(SHOWN).map((issue) => ({ ...issue, starred: false })),
        ...{ looks: 0, unkeyed: has('unkeyed'), skip: has('skip'), told: has('told') },
      }
    },

    members: {
      star: eventHandler({ id: { type: 'int' } }, ({ issues }: Triage, { id }) => {
        const issue = issues.find((each) => each.id === id)
        if (!issue) throw new ValueError('Issue missing')
        issue.starred = true
      }),
      star_all: eventHandler({}, starAll),
      // A fresh view is starred, answers, and is thrown away.
      star_all_by_call: serverFunction({}, (_args, state: Triage) => starAll(state)),
      turn_round: eventHandler({}, ({ issues }: Triage) => {
        issues.reverse()
      }),
      look: eventHandler({}, (state: Triage, _args, context) => {
        state.looks += 1
        if (state.skip) context.skipRender()
      }),
      close_by_handler: eventHandler({}, refuse),
      close_by_action: action({}, refuse),
      close_by_function: serverFunction({}, refuse),
    },
  }
}
