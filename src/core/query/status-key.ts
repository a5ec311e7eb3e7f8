/** `status:404`, `status:4*`, `status:ok`, `status:"rate limited"`: the word or what the Status column reads. */
import { patternKey } from './pattern-key.ts'

export const statusKey = patternKey('status', 'a status such as ok, 404 or 4*', ({ status, statusText }) =>
  status === statusText ? [status] : [statusText, status],
)
