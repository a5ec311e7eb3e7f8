/** Why a request over HTTP is not answered: raised inside, so that the order of the checks is the order of the lines. */

export class Refusal<Code extends string> extends Error {
  readonly code: Code
  readonly details: unknown

  constructor(code: Code, message: string, details?: unknown) {
    super(message)
    this.code = code
    this.details = details
  }

  /** As djust writes it (djust-wire 4.2). */
  get reply(): { error: Code; message: string; details?: unknown } {
    const { code, message, details } = this
    return { error: code, message, ...(details !== undefined && { details }) }
  }
}
