/** One tab's conversation: client frames in, server frames out, one at a time. Knows no socket and keeps no clock. */

import type { ClientFrame, ServerFrame, Source } from '../../src/protocol/wire.ts'
import { readClientFrame } from './client-frame.ts'
import { checkParams } from './coerce.ts'
import { MountedView, type Saved } from './mounted-view.ts'
import { openReply, type Reply } from './reply.ts'
import type { RenderTemplate } from './template/templates.ts'
import { type EventHandler, memberOf, messageOf, ValueError, type Views } from './view.ts'
import type { Visitor } from './visitor.ts'

export interface SessionOptions {
  id: string
  views: Views
  visitor: Visitor
  render: RenderTemplate
  /** ms on a clock that never goes back. */
  now(): number
  /** Called when a handler announced a change to the visitor's other tabs. */
  announce(): void
}

type Frames = ServerFrame[]

export class LiveSession {
  readonly #options: SessionOptions
  #queue: Promise<unknown> = Promise.resolve()
  #mounted: MountedView | null = null
  /** Which page load this is, if the page says: what it is known by when it comes back. */
  #page: string | null = null
  /** Counts the frames whose version the client checks; the mount is the first (djust-wire 2.8). */
  #version = 0
  /** Whether something was rendered since recovery HTML was last given away. */
  #canRecover = false

  constructor(options: SessionOptions) {
    this.#options = options
  }

  /** What the server says before anybody spoke. */
  open(): Frames {
    return [{ type: 'connect', session_id: this.#options.id }]
  }

  get mounted(): MountedView | null {
    return this.#mounted
  }

  /** Answers one message from the page; never rejects, whatever it says. */
  receive(text: string): Promise<Frames> {
    const read = readClientFrame(text)
    return this.#inTurn(() => (read.ok ? this.#answer(read.frame) : [{ type: 'error', error: read.error }]))
  }

  /** Another tab changed what this one shares. Nothing to say when this one looks the same. */
  refresh(): Promise<Frames> {
    return this.#push('broadcast', (mounted, reply) =>
      mounted.view.refresh?.(mounted.saved.state, reply.context),
    )
  }

  /** The view's own clock rang. */
  tick(): Promise<Frames> {
    return this.#push('tick', (mounted, reply) => mounted.view.tick?.run(mounted.saved.state, reply.context))
  }

  /** Fresh state, told to the page as a broadcast. */
  reset(): Promise<Frames> {
    return this.#push('broadcast', (mounted) => {
      const { state, actions } = mounted.saved
      for (const record of [state, actions])
        for (const key of Object.keys(record)) Reflect.deleteProperty(record, key)
      Object.assign(state, mounted.view.mount({}, this.#options.visitor.shelf))
    })
  }

  /** The page is gone, perhaps only for a moment: its state waits with the visitor. */
  leave(): void {
    if (this.#mounted && this.#page !== null) this.#options.visitor.keep(this.#page, this.#mounted.snapshot())
  }

  /** The whole view as it stands: what HTTP answers when there is nothing to patch, or nothing to patch it onto. */
  get whole(): { html: string; version: number } {
    return { html: this.#mounted?.html ?? '', version: this.#version }
  }

  #inTurn(work: () => Frames | Promise<Frames>): Promise<Frames> {
    const turn = this.#queue
      .then(work)
      .catch((problem): Frames => [{ type: 'error', error: messageOf(problem) }])
    this.#queue = turn
    return turn
  }

  #answer(frame: ClientFrame): Frames | Promise<Frames> {
    switch (frame.type) {
      case 'ping':
        return [{ type: 'pong' }]
      case 'mount':
      case 'live_redirect_mount':
        return this.#mount(frame.view, frame.params ?? {})
      case 'event':
        return this.#event(frame)
      case 'url_change':
        return this.#urlChange(frame.params)
      case 'request_html':
        return this.#recover()
    }
  }

  #mount(name: string, params: Readonly<Record<string, unknown>>): Frames {
    const { views, visitor, render, id } = this.#options
    const view = views.named(name)
    if (!view) return [{ type: 'error', error: `There is no view "${name.slice(0, 100)}"` }]
    const refused = view.refuse?.(visitor.shelf)
    if (refused) return [{ type: 'error', error: `You may not open "${view.name}"`, code: refused }]
    this.#page =
      typeof params['_page'] === 'string' && params['_page'].length <= 100
        ? `${name} ${params['_page']}`
        : null
    const kept = this.#page === null ? undefined : visitor.take(this.#page)
    const saved: Saved = kept ?? { state: view.mount(params, visitor.shelf), actions: {} }
    const mounted = new MountedView(view, saved, render, visitor.csrfToken)
    this.#mounted = mounted
    this.#version += 1
    this.#canRecover = true
    const { html } = mounted
    return [{ type: 'mount', session_id: id, view: name, version: this.#version, html, has_ids: true }]
  }

  async #event(frame: ClientFrame & { type: 'event' }): Promise<Frames> {
    const mounted = this.#mounted
    const fail = (error: string, code: string): Frames => [{ type: 'error', error, code, event: frame.event }]
    if (!mounted) return fail('No view is mounted', 'not_mounted')
    const member = frame.event === 'update_model' ? modelWriter(mounted) : memberOf(mounted.view, frame.event)
    if (!member || member.kind === 'server_function')
      return fail(`There is no event handler "${frame.event.slice(0, 100)}"`, 'unknown_event')
    const { limiter } = this.#options.visitor
    if (member.limit && !limiter.take(frame.event, member.limit, this.#options.now()))
      return [{ type: 'rate_limit_exceeded', message: `Rate limit exceeded for ${frame.event}` }]
    const checked = checkParams(frame.event, member.params, withoutFrameworkKeys(frame.params))
    if (!checked.ok) return fail(checked.message, 'invalid_params')

    const reply = this.#openReply(mounted)
    const before = mounted.snapshot()
    const { state, actions } = mounted.saved
    if (member.kind === 'event_handler') {
      try {
        await member.run(state, checked.args, reply.context)
      } catch (problem) {
        return fail(messageOf(problem), 'handler_error')
      }
    } else {
      try {
        const result = await member.run(state, checked.args, reply.context)
        actions[frame.event] = { pending: false, error: null, result: result ?? null }
      } catch (problem) {
        actions[frame.event] = { pending: false, error: messageOf(problem), result: null }
      }
    }
    const named = {
      event_name: frame.event,
      source: 'event' as const,
      ...(frame.ref != null && { ref: frame.ref }),
    }
    return this.#finish(reply, named, mounted.isUnchangedSince(before))
  }

  #urlChange(params: Readonly<Record<string, unknown>>): Frames {
    const mounted = this.#mounted
    if (!mounted) return [{ type: 'error', error: 'No view is mounted', code: 'not_mounted' }]
    const reply = this.#openReply(mounted)
    mounted.view.urlChanged?.(mounted.saved.state, params, reply.context)
    return this.#finish(reply, { event_name: 'url_change' }, false)
  }

  #recover(): Frames {
    if (!this.#mounted || !this.#canRecover)
      return [{ type: 'error', error: 'There is no HTML to recover from', recoverable: false }]
    this.#canRecover = false
    return [{ type: 'html_recovery', html: this.#mounted.html, version: this.#version }]
  }

  #push(source: Source, change: (mounted: MountedView, reply: Reply) => void): Promise<Frames> {
    return this.#inTurn(() => {
      const mounted = this.#mounted
      if (!mounted) return []
      const reply = this.#openReply(mounted)
      const before = mounted.snapshot()
      change(mounted, reply)
      if (mounted.isUnchangedSince(before)) return reply.pushed
      const named = source === 'broadcast' ? { source, broadcast: true } : { source, event_name: source }
      return this.#finish(reply, named, false)
    })
  }

  #openReply(mounted: MountedView): Reply {
    return openReply(mounted, this.#options.visitor.shelf, this.#options.now)
  }

  #finish(reply: Reply, named: Parameters<Reply['close']>[0], isUnchanged: boolean): Frames {
    const frames = reply.close(named, isUnchanged, this.#version + 1)
    if (frames.some((frame) => frame.type === 'patch' || frame.type === 'html_update')) {
      this.#version += 1
      this.#canRecover = true
    }
    if (reply.isAnnounced) this.#options.announce()
    return frames
  }
}

/** `dj-model` arrives as an event of its own; only fields the view opened to it are written. */
function modelWriter(mounted: MountedView): EventHandler<object> {
  return {
    kind: 'event_handler',
    params: { field: { type: 'str' }, value: { type: 'str' } },
    run(state, args) {
      const field = String(args['field'])
      if (!mounted.view.models?.some((model) => model === field))
        throw new ValueError(`"${field.slice(0, 100)}" is not a model field of ${mounted.view.name}`)
      Object.assign(state, { [field]: args['value'] })
    },
  }
}

/** Keys that begin with `_` belong to the framework, not to the handler (djust-wire 2.3). */
function withoutFrameworkKeys(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).filter(([key]) => !key.startsWith('_')))
}
