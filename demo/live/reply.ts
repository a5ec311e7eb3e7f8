/** Gathers what a handler asked for while it ran, and turns it into the frames of its answer. */

import type { ServerFrame, Source } from '../../src/protocol/wire.ts'
import type { MountedView } from './mounted-view.ts'
import type { Context } from './view.ts'

/** Patches beyond which whole HTML is sent, when that is the smaller (djust-wire 2.9). */
const MANY_PATCHES = 100
const WORTH_IT = 0.7

/** How an answer is addressed. */
interface Named {
  event_name?: string
  source?: Source
  ref?: number
  broadcast?: boolean
}

export interface Reply {
  readonly context: Context
  /** The `push_event` frames so far. */
  readonly pushed: ServerFrame[]
  readonly isAnnounced: boolean
  /** The answer's frames; `version` is the one it takes if it renders. */
  close(named: Named, isUnchanged: boolean, version: number): ServerFrame[]
}

/** @param now ms; only differences are used */
export function openReply(mounted: MountedView, shelf: Map<string, unknown>, now: () => number): Reply {
  const asked = new Set<'reset_form' | 'html' | 'skip' | 'announce'>()
  const pushed: ServerFrame[] = []
  const context: Context = {
    shelf,
    pushEvent: (event, payload) => void pushed.push({ type: 'push_event', event, payload }),
    resetForm: () => void asked.add('reset_form'),
    forceHtml: () => void asked.add('html'),
    skipRender: () => void asked.add('skip'),
    announce: () => void asked.add('announce'),
  }
  return {
    context,
    pushed,
    get isAnnounced() {
      return asked.has('announce')
    },
    close(named, isUnchanged, version) {
      const isForced = asked.has('html')
      // With a skipped render, what was pushed goes first (djust-wire 2.4).
      if (asked.has('skip') || (isUnchanged && !isForced)) return [...pushed, { type: 'noop', ...named }]
      const started = now()
      const patches = mounted.rerender()
      const timing = { render: Math.round((now() - started) * 1000) / 1000 }
      const form = asked.has('reset_form') ? { reset_form: true } : {}
      if (isForced || isBulky(patches, mounted))
        return [{ type: 'html_update', ...named, version, html: mounted.html, timing, ...form }, ...pushed]
      return [{ type: 'patch', ...named, version, patches, timing, ...form }, ...pushed]
    },
  }
}

function isBulky(patches: unknown[], mounted: MountedView): boolean {
  return patches.length > MANY_PATCHES && mounted.html.length < WORTH_IT * JSON.stringify(patches).length
}
