/** What of a recording could not be read, in sentences. */
import { problemWords, type Reading } from './input/read-rows.ts'

export function damageOf({ name, header, problems, problemCount }: Reading): string[] {
  const said = problems.map((problem) => `${name}: ${problemWords(problem)}`)
  const more = problemCount - problems.length
  const rest = more > 0 ? [`${name}: and ${more} more lines that could not be read.`] : []
  return header === undefined && problemCount === 0 ? [`${name} is empty.`] : [...said, ...rest]
}
