/** Literals of Python, and the lines that fill its variables. */
import { replaceHidden, unitEscapes } from '../hidden-characters.ts'
import { createLiteralWriter, type LiteralWriter } from './literal.ts'
import { meaningOf, nameOf, type Secret, shellNameOf } from './secrets.ts'

export function createPythonWriter(): LiteralWriter {
  return createLiteralWriter({
    string: quotePython,
    key: (text, expression) => expression ?? quotePython(text),
    words: { true: 'True', false: 'False', null: 'None' },
  })
}

/** The escapes of JSON mean the same in Python, but two that make a pair stay two there. */
export function quotePython(text: string): string {
  return replaceHidden(JSON.stringify(text), (character) =>
    character.length === 1
      ? unitEscapes(character)
      : `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`,
  )
}

/** A test that lacks one fails by its name. */
export function environmentVariables(secrets: readonly Secret[]): string[] {
  return secrets.map((secret) => {
    const variable = shellNameOf(secret)
    return `${nameOf(secret)} = os.environ["${variable}"]  # Set ${variable} to ${meaningOf(secret)}.`
  })
}
