/** What an error says of itself as plain data, or in the browser's own words; getters of the page are never called. */
import { ownValue, quietly, stringOf, take } from './pristine.ts'

const [ofBrowser] = take(DOMException.prototype, 'message')

/** Empty when it says nothing. */
export const messageOf = (reason: unknown): string =>
  stringOf(reason) ?? stringOf(ownValue(reason, 'message') ?? quietly(() => ofBrowser(reason))) ?? ''
