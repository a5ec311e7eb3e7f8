/** `npm test`: everything but the matrix of djust releases, real browsers included. Ends with one total. */
import { runSteps, STEPS } from './steps.ts'

process.exit(
  await runSteps([
    STEPS.lint,
    STEPS.types,
    STEPS.coreTypes,
    STEPS.deadCode,
    STEPS.build,
    STEPS.unit,
    STEPS.e2e,
  ]),
)
