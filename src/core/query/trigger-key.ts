/** `trigger:button#save`, `trigger:click`: who asked; `-trigger:*` where nobody was seen to. */
import { patternKey } from './pattern-key.ts'

export const triggerKey = patternKey(
  'trigger',
  'the element or the event that asked for it',
  ({ trigger }) => (trigger ? [trigger.element, trigger.event] : []),
)
