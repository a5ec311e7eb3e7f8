/** How a report ends the process. */
import { outcomeOf } from './formats/outcome.ts'
import type { Report } from './report.ts'
import type { ExitCode } from './terminal.ts'

/** Of a recording that could not be read as a whole nobody knows whether it holds, unless what was read is broken already. */
export function exitCodeOf({ suites, unseen }: Report): ExitCode {
  const outcomes = suites.map(outcomeOf)
  if (outcomes.includes('broken') || unseen.some(({ weight }) => weight === 'broken')) return 1
  return outcomes.includes('damaged') ? 2 : 0
}
