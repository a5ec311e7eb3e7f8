/** Reports that the runtime was asked to dispatch: through `djust.dispatch`, `djust.handleEvent` or `sendEvent`. */
import type { FactOf } from '../../../protocol/facts.ts'
import type { Around } from '../disguise.ts'
import { follow } from '../follow.ts'
import { messageOf } from '../message-of.ts'
import { copyParams } from '../params-copy.ts'
import { ownValue, quietly, stringOf } from '../pristine.ts'
import { now } from '../pristine-dom.ts'
import { type Dispatching, whileRunning } from '../running.ts'
import type { Site } from '../site.ts'

export type Seam = FactOf<'dispatch'>['by']

export function aroundDispatch({
  report,
  redact,
  copy,
  triggers,
  running,
  isSecret,
}: Site): (by: Seam) => Around {
  let ids = 0

  function enter(by: Seam, event: string, params: unknown): Dispatching {
    const at = now()
    let stored = false
    const dispatch: Dispatching = {
      id: ids++,
      event,
      asker: triggers.current(),
      secret: false,
      sent: false,
      store,
    }
    function store() {
      if (stored) return
      stored = true
      report(
        {
          type: 'dispatch',
          dispatch: dispatch.id,
          by,
          event,
          trigger: dispatch.asker,
          // Without a frame in the same breath nothing else may ever tell what was meant.
          params:
            dispatch.sent || params === undefined
              ? undefined
              : whileRunning(running, 'dispatch', dispatch, () =>
                  quietly(() => copy.text(copyParams(params))),
                ),
        },
        at,
      )
    }
    return dispatch
  }

  return (by) =>
    (run, _self, { 0: name, 1: params, 2: element }) => {
      const event = stringOf(name) ?? ''
      // The seams pass one dispatch on under its name; under another one it is a dispatch of its own.
      const outer = running.dispatch?.event === event ? running.dispatch : undefined
      const dispatch = outer ?? enter(by, event, params)
      const target = by === 'sendEvent' ? element : ownValue(params, '_targetElement')
      if (target) dispatch.asker = triggers.current(target) ?? dispatch.asker
      dispatch.secret ||= isSecret(target)
      const carryOn = () => whileRunning(running, 'dispatch', dispatch, run)
      if (outer) return carryOn()

      function settle(outcome: FactOf<'dispatch-settled'>['outcome'], reason?: unknown) {
        dispatch.store()
        const message = redact(messageOf(reason)) || undefined
        report({ type: 'dispatch-settled', dispatch: dispatch.id, outcome, message })
      }
      return follow(
        () => {
          const answer = carryOn()
          dispatch.store()
          return answer
        },
        (value) => settle(by === 'sendEvent' && value === false ? 'refused' : 'settled'),
        (reason) => settle('rejected', reason),
        () => dispatch.sent,
      )
    }
}
