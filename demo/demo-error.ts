/** Why the demo cannot start, in words that say what to do about it. */

/** What to do about a folder that will not do. */
export const ANOTHER_FOLDER = 'Choose another folder: DJUST_DEMO_DATA=/some/folder npm start'

export class DemoError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DemoError'
  }
}

/** The system's own code for what went wrong (`EACCES`), or its words when it has no code. */
export function reasonOf(problem: unknown): string {
  if (problem instanceof Error && 'code' in problem) return String(problem.code)
  return problem instanceof Error ? problem.message : String(problem)
}
