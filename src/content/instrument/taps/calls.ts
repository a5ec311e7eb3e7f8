/** Reports `djust.call`: what was asked and, where no request of it tells, how its promise settled. */

import type { Around } from '../disguise.ts'
import { follow } from '../follow.ts'
import { messageOf } from '../message-of.ts'
import type { Reporter } from '../outbox.ts'
import { ownValue, stringOf } from '../pristine.ts'
import { whileRunning } from '../running.ts'
import type { Site } from '../site.ts'

export function aroundCall({ report, redact, running, triggers }: Site): Around {
  let ids = 0

  /** Only what the error carries as plain data; its getters are the page's. */
  function errorOf(reason: unknown) {
    const status = ownValue(reason, 'status')
    return {
      message: redact(messageOf(reason)),
      code: stringOf(ownValue(reason, 'code')),
      status: typeof status === 'number' && status >= 0 ? status : undefined,
    }
  }

  return (run, _self, { 0: view, 1: name }) => {
    // A function that the page has put in front of djust.call is the call, and what it calls is part of it.
    const outer = running.call
    const calling = outer ?? { id: ids++, sent: false }
    const call = calling.id
    const tell: Reporter = outer ? () => undefined : report
    tell({
      type: 'call',
      call,
      view: stringOf(view) ?? '',
      name: stringOf(name) ?? '',
      trigger: triggers.current(),
    })
    return follow(
      () => whileRunning(running, 'call', calling, run),
      () => tell({ type: 'call-settled', call }),
      (reason) => tell({ type: 'call-settled', call, error: errorOf(reason) }),
      () => calling.sent,
    )
  }
}
