/** What every generated test for pytest has around it. */
import type { Exchange } from '../exchange.ts'
import type { LiteralWriter } from './literal.ts'
import { environmentVariables } from './python.ts'

/** The whole file. `imports` are lines, without those that every file has. */
export function pytestFile(
  { name }: Exchange,
  imports: readonly string[],
  parameters: string,
  body: readonly string[],
  writer: LiteralWriter,
): string {
  const variables = environmentVariables(writer.secrets())
  const standard = variables.length > 0 ? ['import os', ''] : []
  const lines = [
    ...standard,
    'import pytest',
    ...imports,
    '',
    '',
    '@pytest.mark.django_db',
    `def test_${functionName(name)}(${parameters}):`,
    ...[...variables, ...body].map((line) => `    ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

/** `add tag!` → `add_tag`. */
function functionName(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 60) || 'exchange'
  )
}
