/** The columns of the log, one file each, in the order in which they stand at first. */
import type { Column } from './column.ts'
import { frameColumn } from './frame.ts'
import { initiatorColumn } from './initiator.ts'
import { kindColumn } from './kind.ts'
import { nameColumn } from './name.ts'
import { nextReRenderColumn } from './next-re-render.ts'
import { nodesColumn } from './nodes.ts'
import { patchesColumn } from './patches.ts'
import { reRenderColumn } from './re-render.ts'
import { receivedColumn } from './received.ts'
import { sentColumn } from './sent.ts'
import { serverTimeColumn } from './server-time.ts'
import { startedColumn } from './started.ts'
import { statusColumn } from './status.ts'
import { timeColumn } from './time.ts'
import { triggerColumn } from './trigger.ts'
import { viewColumn } from './view.ts'
import { waterfallColumn } from './waterfall.ts'

export const COLUMNS: readonly Column[] = [
  kindColumn,
  nameColumn,
  viewColumn,
  triggerColumn,
  statusColumn,
  reRenderColumn,
  patchesColumn,
  nodesColumn,
  sentColumn,
  receivedColumn,
  timeColumn,
  serverTimeColumn,
  nextReRenderColumn,
  startedColumn,
  frameColumn,
  initiatorColumn,
  waterfallColumn,
]
