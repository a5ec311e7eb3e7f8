/** Tells visitors apart by a signed cookie, which stays good when the demo is restarted. */

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ANOTHER_FOLDER, DemoError, reasonOf } from './demo-error.ts'
import { Visitor } from './live/visitor.ts'

export const COOKIE = 'djust_demo_session'

/** How many visitors are kept in memory; past it, the one that came first and has no tab open goes. */
const KEPT = 1000

export class Visitors {
  readonly #visitors = new Map<string, Visitor>()
  /** Who came without a cookie; only those with a tab open can still be spoken to. */
  readonly #passing = new Set<Visitor>()
  readonly #secret: Buffer

  /** @throws DemoError when the folder cannot hold the signing key */
  constructor(folder: string) {
    this.#secret = readSecret(join(folder, 'secret.key'))
  }

  /** The visitor of a cookie that we signed, or null. */
  find(cookie: string | undefined): Visitor | null {
    const [id = '', signature = ''] = (cookie ?? '').split('.')
    return id && isSame(signature, this.#sign(`cookie ${id}`)) ? this.#visitor(id) : null
  }

  /** A new visitor and the cookie it must bring back. */
  create(): { visitor: Visitor; cookie: string } {
    const id = randomBytes(16).toString('hex')
    return { visitor: this.#visitor(id), cookie: `${id}.${this.#sign(`cookie ${id}`)}` }
  }

  /** Somebody without a cookie, whom nobody will ask for again. */
  passerBy(): Visitor {
    for (const visitor of this.#passing) if (visitor.tabs.size === 0) this.#passing.delete(visitor)
    const visitor = new Visitor(randomBytes(32).toString('hex'))
    this.#passing.add(visitor)
    return visitor
  }

  async reset(): Promise<void> {
    await Promise.all([...this.#visitors.values(), ...this.#passing].map((visitor) => visitor.reset()))
  }

  #visitor(id: string): Visitor {
    const known = this.#visitors.get(id)
    if (known) return known
    if (this.#visitors.size >= KEPT) {
      const idle = [...this.#visitors].find(([, visitor]) => visitor.tabs.size === 0)
      if (idle) this.#visitors.delete(idle[0])
    }
    const visitor = new Visitor(this.#sign(`csrf ${id}`))
    this.#visitors.set(id, visitor)
    return visitor
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('hex')
  }
}

export function isCsrfValid(visitor: Visitor | null, token: string | undefined): visitor is Visitor {
  return visitor !== null && token !== undefined && isSame(token, visitor.csrfToken)
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function readSecret(file: string): Buffer {
  // A pipe or a device may never come to an end.
  const found = statSync(file, { throwIfNoEntry: false })
  if (found && !found.isFile()) throw new DemoError(`${file} is not a file. ${ANOTHER_FOLDER}`)
  try {
    const secret = readFileSync(file)
    if (secret.length >= 32) return secret
  } catch {
    // There is none yet.
  }
  const secret = randomBytes(32)
  try {
    writeFileSync(file, secret, { mode: 0o600 })
  } catch (problem) {
    throw new DemoError(
      `The file ${file} cannot be written (${reasonOf(problem)}). ${ANOTHER_FOLDER}`,
      problem,
    )
  }
  return secret
}
