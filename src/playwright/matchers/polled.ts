/** Asks again until the answer is the one that is hoped for, as Playwright's own matchers do, or time is up. */

interface State {
  isNot: boolean
  timeout: number
}

/** ms. */
const STEP = 50

/** What should happen is waited for; what should not happen is looked at once everything has come to rest. */
export async function polled(
  { isNot, timeout }: State,
  settled: () => Promise<void>,
  has: () => boolean,
): Promise<boolean> {
  if (isNot) {
    await settled()
    return has()
  }
  for (const end = performance.now() + timeout; !has() && performance.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, STEP))
  return has()
}
