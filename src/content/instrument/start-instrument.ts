/** Builds the instrument on a line: what it remembers, what it taps, and how they are joined. */
import { DEFAULT_CAPS, SHAKE } from '../../protocol/channel.ts'
import { createArrivals } from './arrivals.ts'
import { createCopier } from './copier.ts'
import { currentStack } from './current-stack.ts'
import { hideDisguises } from './disguise.ts'
import { createDocumentId } from './document-id.ts'
import { watchSecrets } from './document-secrets.ts'
import { createOutbox, type Reporter } from './outbox.ts'
import type { PageLine } from './page-line.ts'
import { bare, PristineError } from './pristine.ts'
import { now, setTimeout, tell, timeOrigin } from './pristine-dom.ts'
import { createRedactor } from './redactor.ts'
import { trackRequests } from './requests.ts'
import { createRunning } from './running.ts'
import type { Site } from './site.ts'
import { createStandingListeners } from './standing-listeners.ts'
import { tapEventSource } from './taps/eventsource.ts'
import { tapFetch } from './taps/fetch.ts'
import { tapLifecycle } from './taps/lifecycle.ts'
import { tapRuntime } from './taps/runtime.ts'
import { tapWebSocket } from './taps/websocket.ts'
import { tapXhr } from './taps/xhr.ts'
import { createTriggers } from './triggers.ts'

/**
 * Must run synchronously before any script of the page; from then on everything the page does passes unharmed.
 * `isTop`: whether the document is what a person would call the page; the studio's is, though it stands in a frame.
 */
export function startInstrument(line: PageLine, isTop = top === window): void {
  const caps = bare({ ...DEFAULT_CAPS })
  const listeners = createStandingListeners()
  const { renew } = listeners
  const secrets = watchSecrets()
  const running = createRunning()
  const triggers = createTriggers(listeners, secrets.notice)
  const redact = createRedactor(secrets, () => {
    secrets.look()
    return running.dispatch?.secret || triggers.isSecret()
  })
  // `location` and `top` are among the few things that no script can change.
  const about = () => ({ url: redact(location.href), top: isTop, origin: timeOrigin })

  let lent: unknown
  const report: Reporter = createOutbox({
    line,
    doc: createDocumentId(),
    caps,
    about,
    names: secrets.fields,
    asking() {
      // V8 notes ten, most of them ours. From then on the errors of the page have as many, too; Gecko asks nobody.
      PristineError.stackTraceLimit = caps.stacks
      return redact(currentStack())
    },
    now,
    later: setTimeout,
    renew,
    lend(shake) {
      // A page that nobody shakes hears nothing of it.
      if (lent || shake) tell(document, SHAKE, shake && [shake, report, running])
      lent = shake
    },
    leave: (kept) => leave(kept),
  })
  const leave: (kept: boolean) => void = tapLifecycle(report, listeners)
  let connections = 0
  const site: Site = {
    report,
    copy: createCopier(redact, caps),
    redact,
    triggers,
    running,
    isSecret: secrets.notice,
    arrivals: createArrivals(report, line.tellFrame),
    tellFrame: line.tellFrame,
    nextConnection: () => connections++,
    sessions: bare({}),
    djust: undefined,
    renew,
  }

  report({ type: 'document', ...about() })
  const track = trackRequests(site)
  hideDisguises()
  tapWebSocket(site)
  tapEventSource(site)
  tapFetch(track)
  tapXhr(track)
  tapRuntime(site, listeners)
}
