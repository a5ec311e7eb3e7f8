/** How soon the document re-rendered next, and why. */
import type { Exchange } from '../exchange.ts'
import { KINDS } from '../kinds.ts'
import { type Log, rowsOf } from '../log.ts'
import { type NextRender, nextRenderAfter } from '../next-render.ts'
import { formatMs } from '../numbers.ts'
import type { Column } from './column.ts'

export const nextReRenderColumn: Column = {
  id: 'next-re-render',
  title: 'Next re-render',
  says: 'How soon after the answer the document re-rendered next, whatever the cause.',
  align: 'start',
  width: { normal: 130, least: 60 },
  valueOf: (row, log) => nextOf(row, log)?.delta,
  isOpen: true,
  textOf: (row, log) => {
    const next = nextOf(row, log)
    if (!next) return ''
    const { kind, name, source } = next.row
    const why = source && source !== name ? `, ${source}` : ''
    return `+${formatMs(next.delta)}: ${KINDS[kind].one} ${name}${why}`
  },
}

function nextOf(row: Exchange, log: Log): NextRender | undefined {
  return nextRenderAfter(rowsOf(log), row)
}
