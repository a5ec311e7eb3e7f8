/** Where something stands in a lesson's file, and what is wrong there. */

/** Both begin at 1; columns count UTF-16 units. */
export interface Place {
  line: number
  column: number
}

export interface Problem extends Place {
  says: string
}

/** Tells of a problem; reading goes on, so that one look finds all of them. */
export type Tell = (at: Place, says: string) => void

export function tellProblem(file: string, { line, column, says }: Problem): string {
  return `${file}:${line}:${column}: ${says}`
}
