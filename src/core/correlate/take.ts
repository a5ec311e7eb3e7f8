/** Takes one fact into the ledger of its document. Facts come in the order of their seq. */
import type { Fact, FactOf } from '../../protocol/facts.ts'
import { takeCall, takeCallSettled } from './calls.ts'
import { takeConnectionClosed, takeConnectionOpened } from './connections.ts'
import { takeDispatch, takeDispatchSettled } from './dispatches.ts'
import { takeFrameIn } from './frames-in.ts'
import { takeFrameOut } from './frames-out.ts'
import type { Ledger } from './ledger.ts'
import { isSeen, learn, type Seen, takeSeen } from './renders.ts'
import { takeRequest, takeRequestFailed, takeResponse } from './requests.ts'
import { takeHandedOver, takeShaken } from './shaken.ts'
import { abandonCutOff } from './unloading.ts'

export function take(ledger: Ledger, fact: Fact): void {
  ledger.taken += 1
  if (isSeen(fact)) takeSeen(ledger, fact)
  else takeOther(ledger, fact)
}

function takeOther(ledger: Ledger, fact: Exclude<Fact, Seen>): void {
  switch (fact.type) {
    case 'document':
      ledger.about = { ...ledger.about, url: fact.url, top: fact.top, origin: fact.origin }
      break
    case 'feature':
      if (!ledger.about.features.includes(fact.name)) ledger.about.features.push(fact.name)
      if (fact.name === 'djust.extractColocatedHooks') learn(ledger, 'marksRender')
      break
    case 'leave':
      takeLeave(ledger, fact)
      break
    case 'return':
      delete ledger.about.left
      ledger.about.returns = [...(ledger.about.returns ?? []), fact.at]
      break
    case 'connection-opened':
      takeConnectionOpened(ledger, fact)
      break
    case 'connection-closed':
      takeConnectionClosed(ledger, fact)
      break
    case 'frame-out':
      takeFrameOut(ledger, fact)
      break
    case 'frame-in':
      takeFrameIn(ledger, fact)
      break
    case 'request':
      takeRequest(ledger, fact)
      break
    case 'response':
      takeResponse(ledger, fact)
      break
    case 'request-failed':
      takeRequestFailed(ledger, fact)
      break
    case 'call':
      takeCall(ledger, fact)
      break
    case 'call-settled':
      takeCallSettled(ledger, fact)
      break
    case 'dispatch':
      takeDispatch(ledger, fact)
      break
    case 'dispatch-settled':
      takeDispatchSettled(ledger, fact)
      break
    case 'shaken':
      takeShaken(ledger, fact)
      break
    case 'handed-over':
      takeHandedOver(ledger, fact)
      break
    case 'ignored':
      ledger.ignored = fact
      break
    case 'lost':
      ledger.missing.push({ from: fact.from, to: fact.to })
      doubt(ledger)
      break
    case 'recording':
      // What happened while nobody recorded is as unknown as what was lost.
      if (fact.on) doubt(ledger)
      break
  }
}

/** A page kept for the back button may come back and be answered; one that is not kept may not. */
function takeLeave(ledger: Ledger, fact: FactOf<'leave'>): void {
  ledger.about.left = fact.at
  abandonCutOff(ledger, fact)
  if (fact.kept) return
  for (const draft of ledger.open) {
    draft.ending ??= { status: 'abandoned', says: 'The page left before an answer came.', unloading: true }
    ledger.dirty.add(draft)
  }
  ledger.open.clear()
}

/** The answers of whatever is open may be among what was not seen, so order proves nothing about them any more. */
function doubt(ledger: Ledger): void {
  for (const draft of ledger.open) {
    draft.gap = true
    ledger.dirty.add(draft)
  }
  for (const connection of ledger.connections.values()) {
    connection.waiting.clear()
    connection.pendingRefs.clear()
    connection.doubtful = true
    connection.held = []
    connection.version = undefined
    connection.unfinished = []
  }
}
