/** What a test sees of djust: everything here is published, and nothing else is. Types only. */
import type {
  expect as baseExpect,
  ExpectMatcherState,
  MatcherReturnType,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test'

/** One exchange between page and server. */
export interface DjustRow {
  id: string
  kind: 'call' | 'dispatch' | 'push' | 'navigation' | 'system'
  name: string
  view: string
  status: 'pending' | 'ok' | 'error' | 'limited' | 'lost' | 'abandoned'
  transport: 'http' | 'ws' | 'sse' | 'none'
  /** What the page did because of it. */
  render: 'none' | 'empty' | 'patched' | 'replaced' | 'direct' | 'local' | 'dropped' | 'pending' | 'unknown'
  patches: number
  /** Touched in the DOM; absent where nobody counted. */
  nodes?: number
  /** Who asked, in words: `typing in #tag-input`. */
  trigger?: string
  /** ms from asking to the last that was seen of its first answer. */
  duration?: number
}

/** What the pages of a test's context did. */
export interface Djust {
  /** Resolves when nothing is under way and nothing new came for a moment, or after `timeout` ms (default 5,000). */
  settled(timeout?: number): Promise<void>
  /** In time order; what the runtime does by itself (`system`) is among them. */
  rows(): DjustRow[]
  /** Forgets the rows so far: what is asserted from here on is about what comes. The recording keeps them. */
  mark(): void
  /** The recording, as JSON Lines: what the panel opens and `djust-devtools` checks. */
  recording(): string
  /** One HTML page that shows the recording in any browser. */
  report(): Promise<string>
}

export interface DjustOptions {
  /** Attach the recording and its page to `failures` (default), to `all` tests, or to none. */
  attach?: 'failures' | 'all' | 'none'
}

export interface Asked {
  /** Exactly so often; at least once where it is not said. */
  times?: number
}

type Matcher<Args extends unknown[]> = (
  this: ExpectMatcherState,
  djust: Djust,
  ...args: Args
) => Promise<MatcherReturnType>

export type DjustMatchers = {
  /** Everything since the page was opened holds the contract in this file, found beside the test or from the working directory. */
  toHold: Matcher<[contract: string]>
  toHaveCalled: Matcher<[name: string, asked?: Asked]>
  toHaveDispatched: Matcher<[name: string, asked?: Asked]>
  /** Because of anything, or of what has this name. */
  toHaveRerendered: Matcher<[name?: string]>
}

export type DjustTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & { djust: Djust; djustOptions: DjustOptions },
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
>
export type DjustExpect = ReturnType<typeof baseExpect.extend<DjustMatchers>>
