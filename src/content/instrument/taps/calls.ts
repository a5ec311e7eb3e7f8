/** Reports `djust.call`: what was asked, and how its promise settled. What it sends is linked while it runs. */
import type { Around } from '../disguise.ts'
import { follow } from '../follow.ts'
import { messageOf } from '../message-of.ts'
import { ownValue, quietly } from '../pristine.ts'
import { whileRunning } from '../running.ts'
import type { Site } from '../site.ts'

export function aroundCall({ report, redact, running, triggers }: Site): Around {
  let ids = 0

  /** Only what the error carries as plain data; its getters are the page's. */
  function errorOf(reason: unknown) {
    const code = ownValue(reason, 'code')
    const status = ownValue(reason, 'status')
    return {
      message: redact(messageOf(reason)),
      code: typeof code === 'string' ? code : undefined,
      status: typeof status === 'number' && status >= 0 ? status : undefined,
    }
  }

  return (run, _self, { 0: view, 1: name }) => {
    const call = ids++
    quietly(() =>
      report({ type: 'call', call, view: nameOf(view), name: nameOf(name), trigger: triggers.current() }),
    )
    return follow(
      () => whileRunning(running, 'call', call, run),
      () => report({ type: 'call-settled', call }),
      (reason) => report({ type: 'call-settled', call, error: errorOf(reason) }),
    )
  }
}

const nameOf = (value: unknown) => (typeof value === 'string' ? value : '')
