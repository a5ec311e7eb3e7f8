/** For programs: the report as it is. A newer version of this project writes every key that an older one did. */
import type { Format } from './format.ts'
import { outcomeOf } from './outcome.ts'

const VERSION = 1

export const json: Format = {
  id: 'json',
  write: ({ suites, ...report }) =>
    `${JSON.stringify(
      {
        format: 'djust-devtools report',
        version: VERSION,
        ...report,
        suites: suites.map((suite) => ({ ...suite, outcome: outcomeOf(suite) })),
        notes: report.unseen.map(({ says }) => says),
      },
      undefined,
      2,
    )}\n`,
}
