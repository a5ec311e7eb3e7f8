/** What the demo tells the studio of each of its mishaps (`GET /mishaps.json`). Types only. */
import type { AdviceId } from './advice-ids.ts'

export interface MishapCard {
  id: AdviceId
  title: string
  /** What goes wrong, in one plain sentence. */
  says: string
  /** What to do to see it. */
  tryThis: string
  /** Where the page that does it is, and its well-written twin. */
  on: string
  off: string
}
