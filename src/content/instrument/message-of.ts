/** What an error says of itself as plain data; no getter is called, so the browser's own DOMException says nothing. */
import { ownValue, stringOf } from './pristine.ts'

/** Empty when it says nothing. */
export const messageOf = (reason: unknown): string =>
  stringOf(reason) ?? stringOf(ownValue(reason, 'message')) ?? ''
