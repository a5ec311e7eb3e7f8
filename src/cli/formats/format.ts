/** What a format is: one way to write a report. Types only. */
import type { Report } from '../report.ts'

export interface Format {
  /** As it is asked for. */
  id: string
  /** Ends with the end of a line. */
  write(report: Report): string
}
