/** Shows an element of the page in the browser's own inspector, which only DevTools can do. */
import type { Browser } from 'webextension-polyfill'
import type { Reached } from '../protocol/reach.ts'

/** Answers how many elements the selector finds; the first of them is shown. Never rejects. */
export async function inspectElement(
  inspectedWindow: Browser['devtools']['inspectedWindow'],
  { url, top }: { url: string; top: boolean },
  selector: string,
): Promise<Reached<number>> {
  const options = top ? undefined : { frameURL: url }
  try {
    const code = codeOf(selector)
    // Named alone, for Firefox answers options that it does not know with an error.
    const answer: unknown = await (options ? inspectedWindow.eval(code, options) : inspectedWindow.eval(code))
    // The polyfill promises [result, error]; Chrome's own promise, which it steps aside for, the result alone.
    const found: unknown = Array.isArray(answer) ? answer[0] : answer
    return typeof found === 'number' ? { ok: true, value: found } : { ok: false, says: LOST }
  } catch {
    return { ok: false, says: LOST }
  }
}

const LOST = 'The page could not be asked: its frame has gone, or has another address by now.'

/** The selector is all that is not ours in it, and it is a string: nothing that a page has chosen is ever run. */
function codeOf(selector: string): string {
  return `(${find})(${JSON.stringify(selector)}, inspect)`
}

/** Runs in the page, where it closes over nothing. Looks into open shadow roots where the document itself has none. */
function find(selector: string, inspect: (element: Element) => void): number {
  const search = (root: ParentNode): Element[] => {
    const found = [...root.querySelectorAll(selector)]
    if (found.length > 0) return found
    return [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? search(shadowRoot) : []))
  }
  const found = search(document)
  if (found[0]) inspect(found[0])
  return found.length
}
