/** What an error says of itself as plain data, or in the browser's own words; getters of the page are never called. */
import { ownValue, quietly, take } from './pristine.ts'

const [ofBrowser] = take(DOMException.prototype, 'message')

/** Empty when it says nothing. */
export function messageOf(reason: unknown): string {
  const message =
    typeof reason === 'string' ? reason : (ownValue(reason, 'message') ?? quietly(() => ofBrowser(reason)))
  return typeof message === 'string' ? message : ''
}
