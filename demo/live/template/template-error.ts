/** A template that cannot be read or rendered, and the place in it that says why. */

export class TemplateError extends Error {
  readonly template: string
  /** 1-based. */
  readonly line: number
  /** 1-based, in UTF-16 units. */
  readonly column: number

  constructor(template: string, at: Place, message: string) {
    super(`${template}:${at.line}:${at.column}: ${message}`)
    this.name = 'TemplateError'
    this.template = template
    this.line = at.line
    this.column = at.column
  }
}

/** A place in a template; line and column start at 1. */
export interface Place {
  line: number
  column: number
}
