/** Sends exported data to a collector over OTLP/HTTP, zipped, and again where the collector asks for it (OTLP 1.9, “OTLP/HTTP”). */
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { CliError } from '../cli-error.ts'
import { pauseIn, reasonIn, refusedBy } from './collector-words.ts'
import type { Sink } from './sink.ts'

/** These, and no others, mean: later. */
const LATER = new Set([429, 502, 503, 504])
const MOST_TRIES = 5
/** ms: one try; the first pause, which doubles; and the longest that a collector may ask for. */
const [PATIENCE, PAUSE, LONGEST] = [10_000, 500, 60_000]

const zip = promisify(gzip)

/**
 * `base`: without `/v1/traces`, as OTEL_EXPORTER_OTLP_ENDPOINT names it.
 * @throws CliError when it is no address.
 */
export function openEndpoint(base: string, headers: Readonly<Record<string, string>>): Sink {
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol))
    throw new CliError(`${base} is no address of a collector. It begins with http:// or https://.`)
  const told: string[] = []
  return {
    async take(signal, data) {
      const url = `${base.replace(/\/+$/, '')}/v1/${signal}`
      const body = await zip(JSON.stringify(data))
      const refused = refusedBy(await post(url, body, headers))
      if (refused) told.push(`${url} took not all of it: ${refused}`)
    },
    end: async () => told,
  }
}

/** The text of the answer that accepts it. */
async function post(url: string, body: Buffer, headers: Readonly<Record<string, string>>): Promise<string> {
  for (let tries = 1; ; tries++) {
    const answer = await tryOnce(url, body, headers)
    if (answer.is === 'taken') return answer.text
    if (answer.is === 'refused' || tries === MOST_TRIES)
      throw new CliError(`${url} ${answer.says}${tries > 1 ? `, ${tries} times` : ''}.`)
    // Not all at once again, should many have been turned away.
    const pause = answer.pause ?? PAUSE * 2 ** (tries - 1) * (0.75 + Math.random() / 2)
    if (pause > LONGEST)
      throw new CliError(`${url} ${answer.says}, and asks to come back in ${Math.ceil(pause / 1000)} s.`)
    await wait(pause)
  }
}

type Answer =
  | { is: 'taken'; text: string }
  | { is: 'refused'; says: string }
  | { is: 'later'; says: string; pause: number | undefined }

async function tryOnce(
  url: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: new Uint8Array(body),
      signal: AbortSignal.timeout(PATIENCE),
    })
    const text = await response.text()
    if (response.ok) return { is: 'taken', text }
    const says = `answered ${response.status} ${response.statusText}`.trim() + reasonIn(text)
    if (!LATER.has(response.status)) return { is: 'refused', says }
    return { is: 'later', says, pause: pauseIn(response.headers.get('retry-after')) }
  } catch (error) {
    const { name, cause } = error as Error & { cause?: Error & { code?: string } }
    if (name === 'TimeoutError')
      return { is: 'later', says: `did not answer within ${PATIENCE / 1000} s`, pause: undefined }
    const why = cause?.code ?? cause?.message ?? (error as Error).message
    const says =
      why === 'ECONNREFUSED' ? 'cannot be reached: nobody listens there' : `cannot be reached: ${why}`
    // A line that broke may hold the next time; where nobody is, nobody will be.
    return why === 'ECONNRESET' || why === 'UND_ERR_SOCKET'
      ? { is: 'later', says, pause: undefined }
      : { is: 'refused', says }
  }
}
