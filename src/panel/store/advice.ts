/** What could be better in what is shown: findings, looked for while nobody waits, and those that a person has muted for a site. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import { adviseInSteps, RULES } from '../../core/advice/advise.ts'
import type { Finding } from '../../core/advice/finding.ts'
import type { Exchange } from '../../core/exchange.ts'
import { setting } from './settings.ts'
import type { Store } from './store.ts'

/** A finding with its rule's headline, the rows that prove it, and the origin of the page that it is about. */
export interface Told extends Finding {
  title: string
  site: string
  proof: readonly Exchange[]
}

export interface Advice {
  /** Without what is muted. */
  shown: ReadonlySignal<readonly Told[]>
  /** Rules that are muted and would have something to say. */
  hidden: ReadonlySignal<readonly Told[]>
  mute(told: Told): void
  unmute(told: Told): void
}

/** Rules look at so many of the newest rows: what is long over is no advice, and each rule stays within a frame. */
const MOST = 2000

export interface AdviceDeps {
  /** Until there is time to spare; answers whether there still is. */
  idle(): Promise<() => boolean>
  /** Until it is worth to look again. */
  pause(): Promise<void>
}

export function createAdvice(
  { rows: { present }, log, storage }: Pick<Store, 'rows' | 'log' | 'storage'>,
  { idle, pause }: AdviceDeps,
  stop: AbortSignal,
): Advice {
  const found = signal<readonly Told[]>([])
  const muted = setting<readonly string[]>(storage, 'muted-advice', [], asTexts)
  let isGoing = false

  async function goOn(): Promise<void> {
    isGoing = true
    let looked: readonly Exchange[] | undefined
    while (looked !== present.peek()) {
      looked = present.peek()
      const findings = await look(looked.slice(-MOST))
      if (!findings) return
      found.value = findings
      await pause()
    }
    isGoing = false
  }

  /** Undefined when the panel went meanwhile. */
  async function look(rows: readonly Exchange[]): Promise<Told[] | undefined> {
    const steps = adviseInSteps(rows)
    for (;;) {
      const hasTime = await idle()
      if (stop.aborted) return undefined
      do {
        const step = steps.next()
        if (step.done) return step.value.map((finding) => tellOf(finding, rows))
      } while (hasTime())
    }
  }

  function tellOf(finding: Finding, rows: readonly Exchange[]): Told {
    const ids = new Set(finding.rows)
    const proof = rows.filter(({ id }) => ids.has(id))
    const info = log.peek().chronicles.get(proof[0]?.doc ?? '')?.info
    const title = RULES.find(({ id }) => id === finding.rule)?.title ?? finding.rule
    return { ...finding, title, proof, site: originOf(info?.url ?? '') }
  }

  const end = effect(() => {
    void present.value
    if (!isGoing) void goOn()
  })
  stop.addEventListener('abort', end, { once: true })
  return {
    shown: computed(() => found.value.filter((told) => !muted.value.includes(keyOf(told)))),
    hidden: computed(() => found.value.filter((told) => muted.value.includes(keyOf(told)))),
    mute(told) {
      muted.value = [...muted.value, keyOf(told)]
    },
    unmute(told) {
      muted.value = muted.value.filter((key) => key !== keyOf(told))
    },
  }
}

const keyOf = ({ site, rule }: Told) => `${site} ${rule}`

function originOf(url: string): string {
  return /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? url
}

function asTexts(stored: unknown): readonly string[] | undefined {
  return Array.isArray(stored) ? stored.filter((each) => typeof each === 'string') : undefined
}
