/** How many nodes of the page changed. */
import { formatCount } from '../numbers.ts'
import type { Column } from './column.ts'

export const nodesColumn: Column = {
  id: 'nodes',
  title: 'Nodes',
  says: 'Nodes of the page that changed while the answers were applied; empty where nobody counted.',
  align: 'end',
  width: { normal: 60, least: 48 },
  valueOf: ({ dom }) => dom?.nodes,
  textOf: ({ dom }) => (dom ? formatCount(dom.nodes) : ''),
}
