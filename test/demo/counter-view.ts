/** A view with one of everything, for tests of what happens around views. */
import { LiveSession } from '../../demo/live/session.ts'
import { createTemplates } from '../../demo/live/template/templates.ts'
import {
  action,
  eventHandler,
  PermissionDenied,
  serverFunction,
  ValueError,
  type View,
  Views,
} from '../../demo/live/view.ts'
import { Visitor } from '../../demo/live/visitor.ts'
import type { ServerFrame } from '../../src/protocol/wire.ts'

interface Counter {
  n: number
  hidden: number
  shared: number
}

const TEMPLATE =
  '<p>{{ n }}</p><i>{{ shared }}</i>{% if fail.error %}<b>{{ fail.error }}</b>{% endif %}{{ defective_action.error }}'

const counterView: View<Counter> = {
  name: 'test.Counter',
  apiName: 'test.counter',
  template: 'counter',
  mount: (params, shelf) => {
    if (params['broken'] || shelf.has('broken')) throw new ValueError('no database')
    if (shelf.has('denied')) throw new PermissionDenied('not yours')
    return { n: 0, hidden: 0, shared: Number(shelf.get('shared') ?? 0) }
  },
  refuse: (shelf) => (shelf.get('refuse') as 'login_required' | undefined) ?? null,
  models: ['n'],
  refresh: (state, { shelf }) => {
    state.shared = Number(shelf.get('shared') ?? 0)
  },
  urlChanged: (state, params) => {
    state.n = Number(params['n'])
  },
  tick: {
    every: 20,
    run: (state) => {
      if (state.n >= 0) state.n += 1
    },
  },
  members: {
    add: eventHandler({ by: { type: 'int', default: 1 } }, (state: Counter, { by }) => {
      state.n += by
    }),
    hide: eventHandler({}, (state: Counter) => {
      state.hidden += 1
    }),
    nothing: eventHandler({}, () => undefined),
    raise: eventHandler({}, () => {
      throw new ValueError('the handler broke')
    }),
    fail: action({ why: { type: 'str', default: 'because' } }, (_state: Counter, { why }) => {
      throw new ValueError(why)
    }),
    defect: eventHandler({}, () => {
      throw new Error('SQLITE_BUSY')
    }),
    defective_action: action({}, () => {
      throw new Error('SQLITE_BUSY')
    }),
    full: eventHandler({}, (state: Counter, _args, context) => {
      state.n += 1
      context.forceHtml()
    }),
    quiet: eventHandler({}, (state: Counter, _args, context) => {
      state.n += 1
      context.pushEvent('pinged', { n: state.n })
      context.skipRender()
    }),
    share: eventHandler({}, (state: Counter, _args, context) => {
      state.shared += 1
      context.shelf.set('shared', state.shared)
      context.announce()
    }),
    slow: eventHandler({}, async (state: Counter) => {
      await Promise.resolve()
      state.n *= 10
    }),
    exposed: eventHandler(
      { by: { type: 'int', default: 1 } },
      (state: Counter, { by }) => {
        state.n += by
        return { was: state.n - by }
      },
      { exposeApi: true },
    ),
    exposed_broken: eventHandler(
      {},
      () => {
        throw new ValueError('SQLITE_BUSY')
      },
      { exposeApi: true, limit: { rate: 1, burst: 1 } },
    ),
    limited: eventHandler({}, () => undefined, { limit: { rate: 1, burst: 1 } }),
    double: serverFunction({ x: { type: 'int' } }, ({ x }) => ({ doubled: x * 2 })),
    peek: serverFunction({}, (_args, state: Counter) => state.n),
    nothing_back: serverFunction({}, () => undefined),
    broken: serverFunction({}, () => {
      throw new ValueError('out of order')
    }),
    unspeakable: serverFunction({}, () => 10n),
    generator: serverFunction({}, function* () {
      yield 1
    }),
    rare: serverFunction({}, () => 1, { limit: { rate: 1, burst: 1 } }),
  },
}

export const views = new Views([counterView])
export const render = createTemplates((name) => (name === 'counter' ? TEMPLATE : null))

export function newVisitor(): Visitor {
  return new Visitor('token')
}

/** A session told the time by `clock.now`, and the frames it says. */
export function newSession(visitor = newVisitor(), announce = () => {}) {
  const clock = { now: 0 }
  const session = new LiveSession({ id: 's-1', views, visitor, render, now: () => clock.now, announce })
  const say = (...frames: object[]) =>
    frames.reduce<Promise<ServerFrame[]>>(
      async (before, frame) => [...(await before), ...(await session.receive(JSON.stringify(frame)))],
      Promise.resolve([]),
    )
  const mount = () => say({ type: 'mount', view: 'test.Counter' })
  return { session, say, mount, clock, visitor }
}
