/** `--format`: the same for every command that reports. */
import { Option } from 'commander'
import { CliError } from './cli-error.ts'
import type { Format } from './formats/format.ts'
import { FORMATS } from './formats/formats.ts'

const IDS = FORMATS.map(({ id }) => id)

export const formatOption = {
  of: () =>
    new Option('-f, --format <format>', `how to write what was found: ${IDS.join(', ')}`)
      .argParser(formatOption.parse)
      .default(formatOption.parse('human'), 'human'),
  /** @throws CliError when there is none of that name. */
  parse(id: string): Format {
    const format = FORMATS.find((each) => each.id === id)
    if (!format) throw new CliError(`There is no format ${id}. There are ${IDS.join(', ')}.`)
    return format
  },
}
