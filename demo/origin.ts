/** Which hosts and origins may speak to the demo: this machine's own, so that no other site can reach in. */

import { hostname, networkInterfaces } from 'node:os'

const LOOPBACK = /^(localhost|([\w-]+\.)+localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/

/**
 * Whether a `Host` header names this machine. A foreign name that resolves to 127.0.0.1 does not (DNS rebinding).
 * @param own the other names of this machine under which it may be reached, as `ownHosts` gives them
 */
export function isOwnHost(host: string | undefined, own: readonly string[]): boolean {
  const name = /^(.+?)(?::\d+)?$/.exec(host ?? '')?.[1]?.toLowerCase()
  // Only what a URL reads the same way: no user, no path, no port or octet out of range, no other spelling.
  const read = URL.parse(`http://${host}`)
  if (name === undefined || read?.hostname !== name) return false
  return LOOPBACK.test(name) || own.includes(name)
}

/** Every name under which a demo that listens on `host` may be asked for; of all interfaces, those this machine has now. */
export function ownHosts(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [inAddress(host)]
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const reached = addresses.filter(
    ({ family, internal }) => !internal && (family === 'IPv4' || host === '::'),
  )
  return [...reached.map(({ address }) => address), hostname(), `${hostname()}.local`].map(inAddress)
}

/** Whether only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host !== '0.0.0.0' && LOOPBACK.test(inAddress(host))
}

/** As an address spells it. */
export function inAddress(host: string): string {
  const lower = host.toLowerCase()
  return lower.includes(':') ? `[${lower}]` : lower
}

/** Whether an `Origin` header is the page's own: the same host and port as the request. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin !== undefined && host !== undefined && origin.toLowerCase() === `http://${host.toLowerCase()}`
}

/** Everything from here, nothing inline, framed by nobody else. Firefox does not count a socket as `'self'`. */
export function contentSecurityPolicy(host: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
