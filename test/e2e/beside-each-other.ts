/** Runs the same tests in Chromium and in Firefox at the same time: most of a drive is waiting. Within one browser they keep their order. */
import { describe } from 'vitest'
import type { TestBrowser } from '../browsers/browser.ts'

/** What the tests read and write must be of their own browser: a server, a database, a tab. vitest's `expect.poll` does not know which of the two tests asks: `poll` of the browsers does not need to. */
export function besideEachOther(tests: (name: TestBrowser['name']) => void): void {
  describe.each(['chromium', 'firefox'] as const)('in %s', { concurrent: true }, (name) => {
    describe('one after the other', { concurrent: false }, () => tests(name))
  })
}
