/** What a test may ask of a browser, so that one text drives both: real tabs, real input, the real DevTools panel. */

import type { Network } from './chromium-network.ts'

/** A function that runs elsewhere: it and its arguments cross as text, so it must close over nothing. */
export type Remote<A extends unknown[], R> = (...args: A) => R

/** Anything with a document: a tab, a frame in it, or the panel inside DevTools. */
export interface Surface {
  evaluate<A extends unknown[], R>(run: Remote<A, R>, ...args: A): Promise<Awaited<R>>
  /** Waits until the function answers something truthy, and gives it back. Throws after `timeout` ms (15,000). */
  waitFor<A extends unknown[], R>(run: Remote<A, R>, ...args: A): Promise<Awaited<R>>
}

/** A document that takes real, trusted input. */
export interface Page extends Surface {
  click(selector: string): Promise<void>
  /** Types key by key into the element, `delay` ms apart (30). */
  type(selector: string, text: string, delay?: number): Promise<void>
  /** Presses a key by its `KeyboardEvent.key`, with modifiers before it: `Enter`, `Control+a`. */
  press(key: string): Promise<void>
  /** Chooses files of this machine in a file field. */
  choose(selector: string, files: string[]): Promise<void>
  /** The frame whose address contains this text. */
  frame(address: string): Promise<Page>
}

/** What the console was told by the page, by the browser about the page, or by an error that nobody caught. */
export interface ConsoleLine {
  level: string
  text: string
}

export interface Tab extends Page {
  /** Every line of the console from now on, in order, heard by the browser's own protocol: the page is not touched. */
  hearConsole(hear: (line: ConsoleLine) => void): Promise<void>
  /** Gives the page so many CSS pixels, whatever is docked beside it. */
  resize(width: number, height: number): Promise<void>
  /** Loads an address and waits until the page has loaded. */
  goto(url: string): Promise<void>
  /** Opens the browser's own DevTools on this tab, with the djust panel in front. */
  openPanel(): Promise<Panel>
  screenshot(file: string): Promise<void>
  close(): Promise<void>
}

export interface Panel extends Surface {
  /** Gives the panel the keyboard, as a click on its empty part would. */
  takeKeys(): Promise<void>
  /** Presses a key where the keyboard is, in the panel or elsewhere in the browser's window; named as for a page. */
  press(key: string): Promise<void>
  /** Types there, key by key. */
  write(text: string): Promise<void>
  /** Whether DevTools show what Escape opens beside their panels: the drawer (Chromium), the split console (Firefox). */
  isDrawerOpen(): Promise<boolean>
  /** A picture of DevTools as a person sees it. */
  screenshot(file: string): Promise<void>
  /** Brings the browser's own Network panel to the front; where no test asks anything of it, it is absent. */
  openNetwork?(): Promise<Network>
  /** Shows DevTools as a system with this theme does; absent where it cannot be said. */
  wearTheme?(theme: 'light' | 'dark'): Promise<void>
}

export interface TestBrowser {
  name: 'chromium' | 'firefox'
  openTab(): Promise<Tab>
  /** Opens a page of the extension itself in a tab. */
  openOwnPage(path: string): Promise<Tab>
  /**
   * Answers, in advance, the question the browser will put when an origin is first asked for: no screen, no dialog.
   * The click that asks, and everything that follows from the answer, stay real.
   */
  approve(pattern: string): Promise<void>
  /** Ends the extension's worker (Chromium) or event page (Firefox) as the browser itself would. */
  stopBackground(): Promise<void>
  close(): Promise<void>
}

export interface LaunchOptions {
  /** The built extension's folder; none when the test is about a page without it. */
  extension?: string
  /** Names that resolve to this machine, to stand for origins that are not local. */
  hosts?: string[]
}

/** Waits by asking again every 50 ms: a test never sleeps for a guess. */
export async function poll<R>(
  ask: () => Promise<R | undefined | null | false>,
  what: string,
  timeout = 15_000,
): Promise<R> {
  const end = performance.now() + timeout
  let last: unknown
  while (performance.now() < end) {
    try {
      const answer = await ask()
      if (answer) return answer
      last = answer
    } catch (error) {
      last = error
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(
    `Waited ${timeout} ms for: ${what}\nlast answer: ${last instanceof Error ? last.message : JSON.stringify(last)}`,
  )
}
