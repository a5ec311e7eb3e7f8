/** A redactor as a document would make it: names of its password fields, tokens, what was typed, and whether a password is being typed. */
import { createKnownSecrets } from '../../src/content/instrument/known-secrets.ts'
import { createRedactor } from '../../src/content/instrument/redactor.ts'

const namesOf = (fields: string[]) =>
  Object.assign(
    Object.create(null) as Record<string, true>,
    Object.fromEntries(fields.map((name) => [name, true])),
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
