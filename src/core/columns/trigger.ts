/** The element and the event of the user that asked. */
import type { Exchange } from '../exchange.ts'
import type { Column } from './column.ts'

export const triggerColumn: Column = {
  id: 'trigger',
  title: 'Trigger',
  says: 'The element that asked, and what a person did to it.',
  align: 'start',
  width: { normal: 150, least: 60 },
  valueOf: (row) => triggerText(row) || undefined,
  textOf: triggerText,
}

/** A click by script is no event of a person. */
function triggerText({ trigger }: Exchange): string {
  return trigger ? [trigger.element, trigger.event].filter(Boolean).join(' · ') : ''
}
