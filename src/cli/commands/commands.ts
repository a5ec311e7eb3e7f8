/** Every command, one file each. */
import { check } from './check.ts'
import type { Command } from './command.ts'
import { compare } from './compare.ts'
import { demo } from './demo.ts'
import { exportCommand } from './export.ts'
import { record } from './record.ts'
import { report } from './report.ts'

export const COMMANDS: readonly Command[] = [check, compare, report, record, exportCommand, demo]
