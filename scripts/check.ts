/** `npm run check`: format, lint, types, dead code and unit tests; what can be known without a built extension. */
import { runSteps, STEPS } from './steps.ts'

process.exit(await runSteps([STEPS.lint, STEPS.types, STEPS.coreTypes, STEPS.deadCode, STEPS.unit]))
