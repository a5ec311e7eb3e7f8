/** The place in a script that asked. */
import type { Exchange } from '../exchange.ts'
import { placeOfFrame, type StackFrame, topFrameOf } from '../stack-frame.ts'
import type { Column } from './column.ts'

export const initiatorColumn: Column = {
  id: 'initiator',
  title: 'Initiator',
  says: 'The place in a script that asked; empty while stacks are switched off.',
  align: 'start',
  width: { normal: 130, least: 60 },
  valueOf: (row) => {
    const frame = frameOf(row)
    // Line 9 comes before line 12 of the same file.
    return frame && placeOfFrame(frame).replace(/\d+$/, (line) => line.padStart(9, '0'))
  },
  textOf: (row) => {
    const frame = frameOf(row)
    return frame ? placeOfFrame(frame) : ''
  },
}

function frameOf({ stack }: Exchange): StackFrame | undefined {
  return stack === undefined ? undefined : topFrameOf(stack)
}
