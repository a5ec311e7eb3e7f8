/** The two ways a reason weighs. */
import type { Evidence } from './exchange.ts'

export function supports(says: string): Evidence {
  return { weight: 'for', says }
}

export function against(says: string): Evidence {
  return { weight: 'against', says }
}
