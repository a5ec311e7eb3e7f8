/** What all spans of a recording have in common: which service, and which browser. */
import { CliError } from '../cli-error.ts'
import { attributesOf } from './attributes.ts'
import type { Resource } from './otlp.ts'

/** The release of the semantic conventions whose names are used here. */
export const SCHEMA_URL = 'https://opentelemetry.io/schemas/1.44.0'
export const SCOPE = { name: 'djust-devtools' }

type Env = Readonly<Record<string, string | undefined>>

/**
 * The variables that every OpenTelemetry SDK reads count here, too; what is said on the command line counts more.
 * @throws CliError when OTEL_RESOURCE_ATTRIBUTES cannot be read.
 */
export function resourceOf(browser: string | undefined, service: string | undefined, env: Env): Resource {
  const said = readPairs('OTEL_RESOURCE_ATTRIBUTES', env)
  return {
    attributes: attributesOf({
      ...said,
      'service.name': service ?? (env['OTEL_SERVICE_NAME'] || said['service.name']) ?? 'djust',
      'telemetry.sdk.name': 'djust-devtools',
      'telemetry.sdk.language': 'webjs',
      'browser.brands': browser ? [browser] : undefined,
    }),
  }
}

/**
 * A list as `key=value,other=value`, percent-encoded (W3C Baggage, as the SDKs read it).
 * @throws CliError when it is no such list.
 */
export function readPairs(variable: string, env: Env): Record<string, string> {
  const text = env[variable] ?? ''
  try {
    const pairs = text.split(',').filter((pair) => pair.trim() !== '')
    return Object.fromEntries(pairs.map(readPair))
  } catch {
    throw new CliError(`${variable} cannot be read; it is a list like key=value,other=value.`)
  }
}

function readPair(pair: string): [key: string, value: string] {
  const at = pair.indexOf('=')
  if (at < 1) throw new Error('A pair has an equals sign.')
  return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())]
}
