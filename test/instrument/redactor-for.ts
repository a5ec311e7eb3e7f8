/** A redactor as a document would make it: names of its password fields, tokens, what was typed, and whether a password is being typed. */
import { createKnownSecrets } from '../../src/content/instrument/known-secrets.ts'
import { createRedactor } from '../../src/content/instrument/redactor.ts'
import type { Kind } from '../../src/content/instrument/secret-names.ts'

const namesOf = (fields: string[]) =>
  Object.assign(
    Object.create(null) as Record<string, Kind>,
    Object.fromEntries(fields.map((name) => [name, 'password'])),
  )

export function redactor(
  fields: string[] = [],
  tokens: string[] = [],
  passwords: string[] = [],
  typed = false,
) {
  const known = createKnownSecrets()
  for (const token of tokens) known.learn(token, 'csrf')
  for (const password of passwords) known.learn(password, 'password')
  return createRedactor(
    { fields: namesOf(passwords.length > 0 ? ['', ...fields] : fields), known },
    () => typed,
  )
}
