/** Literals of JavaScript, and the lines that fill its variables. */
import { quoteJson } from '../hidden-characters.ts'
import { createLiteralWriter, type LiteralWriter } from './literal.ts'
import { meaningOf, nameOf, type Secret, shellNameOf } from './secrets.ts'

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/

export function createJavaScriptWriter(): LiteralWriter {
  return createLiteralWriter({
    string: quoteJson,
    key(text, expression) {
      if (expression !== undefined) return `[${expression}]`
      // Bare or quoted it would not be a member but the prototype.
      if (text === '__proto__') return '["__proto__"]'
      return PLAIN_KEY.test(text) ? text : quoteJson(text)
    },
    words: { true: 'true', false: 'false', null: 'null' },
  })
}

/** For a browser's console: a token is read from the page, everything else is asked for when the code runs. */
export function consoleVariables(secrets: readonly Secret[]): string[] {
  return secrets.map((secret) =>
    secret.kind === 'csrf'
      ? `const ${nameOf(secret)} = ${PAGE_TOKEN} // the page's own token, as it is now`
      : `const ${nameOf(secret)} = prompt('Fill in ${meaningOf(secret)}.') // it was not recorded`,
  )
}

/** Where the runtime looks for it (djust-wire 4.1). */
const PAGE_TOKEN = `document.querySelector('[name=csrfmiddlewaretoken]')?.value ?? document.cookie.match(/csrftoken=([^;]+)/)?.[1] ?? ''`

/** For a Playwright test, which is skipped and says so until the environment has them. */
export function testVariables(secrets: readonly Secret[]): string[] {
  return secrets.flatMap((secret) => {
    const name = nameOf(secret)
    const variable = shellNameOf(secret)
    return [
      `const ${name} = process.env['${variable}'] ?? ''`,
      `test.skip(${name} === '', 'Set ${variable} to ${meaningOf(secret)}.')`,
    ]
  })
}

/** A comment of one line, whatever the text holds. */
export function commentOf(says: string): string {
  return `// ${quoteJson(says).slice(1, -1)}`
}
