/** What the page's scripts use of the runtime. */

interface Djust {
  call(slug: string, name: string, params: Record<string, unknown>): Promise<unknown>
  dispatch(event: string, params: Record<string, unknown>): Promise<unknown>
  apiUrl(path: string): string
}

/** The slug of the tutorial's view. */
export const VIEW = 'issues.new'
/** ms that typing must pause before the server is asked. */
export const PAUSE = 150

/** Asked anew each time: whoever replaced a member is asked. */
export const djust = () => (window as Window & { djust?: Djust }).djust as Djust

/** Asked of the document: whole HTML may bring a new form around the old fields. */
export function onReset(hear: () => void): void {
  document.addEventListener('reset', hear)
}
