/** All that differs from one drive to the next although nobody has changed anything, by name: what it is, and why. */

export interface Nonce {
  name: string
  /** Why it differs between two drives of the same seed, with nobody watching. */
  why: string
  pattern: RegExp
  /** What stands there instead; `$1` keeps what is not part of it. A line that is left empty is left out. */
  instead: string
  /** The browser's clock decides whether it is met at all. */
  isRare?: true
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

export const NONCES: readonly Nonce[] = [
  {
    name: 'origin',
    why: 'Each drive has a proxy of its own on a free port.',
    pattern: /http:\/\/127\.0\.0\.1:\d+/g,
    instead: '‹origin›',
  },
  {
    name: 'csrf token',
    why: 'Django masks the token anew in every page.',
    pattern: /(?<=name="djust-csrf-token" content=")[A-Za-z0-9]{64}/g,
    instead: '‹csrf token›',
  },
  {
    name: 'socket session',
    why: 'The server gives every socket an id of its own.',
    pattern: new RegExp(`("session_id": ?")${UUID}`, 'g'),
    instead: '$1‹session›',
  },
  {
    name: 'event stream',
    why: 'The client makes up an id for every event stream, and speaks to it at that address.',
    pattern: new RegExp(`(/djust/sse/)${UUID}`, 'g'),
    instead: '$1‹stream›',
  },
  {
    name: 'upload',
    why: 'The client makes up an id for every file.',
    pattern: new RegExp(`("ref": ?")${UUID}(?=")`, 'g'),
    instead: '$1‹upload›',
  },
  {
    name: 'upload, in binary',
    why: 'The same id, in the header of each of its frames.',
    pattern: /(?<=^ws up binary 0[12])[0-9a-f]{32}/g,
    instead: '‹upload›',
  },
  {
    name: 'cache request',
    why: 'The client counts what it may keep by the clock.',
    pattern: /(?<=\bcache_)\d{13}(?=_\d+")/g,
    instead: '‹time›',
  },
  {
    name: 'component',
    why: 'The server makes up an id for every component that it mounts.',
    pattern: /(?<=\bcounter_)[0-9a-f]{8}\b/g,
    instead: '‹component›',
  },
  {
    name: 'server identity',
    why: 'A digest of the session key, and every drive is a new visitor.',
    pattern: /("sw_identity": ?")[0-9a-f]{32}/g,
    instead: '$1‹identity›',
  },
  {
    name: 'DevTools workspace',
    why: 'Chromium’s DevTools ask every local server for its workspace folder, whatever extension is there.',
    pattern: /^GET \/\.well-known\/appspecific\/com\.chrome\.devtools\.json \| 404 .*$/gs,
    instead: '',
  },
  {
    name: 'file asked for again',
    why: 'Whether a file that is held is asked about is up to the browser, which decides by the clock; it gets nothing.',
    pattern: /^GET \/static\/\S+ \| 304 .*$/gs,
    instead: '',
    isRare: true,
  },
]

/** The same lines with their nonces named, each counted in `met`. */
export function nameNonces(lines: readonly string[], met: Map<string, number>): string[] {
  return lines.map((line) => nameIn(line, met)).filter((line, at) => line !== '' || lines[at] === '')
}

function nameIn(line: string, met: Map<string, number>): string {
  return NONCES.reduce((rest, { name, pattern, instead }) => {
    const found = rest.match(pattern)
    if (!found) return rest
    met.set(name, (met.get(name) ?? 0) + found.length)
    return rest.replace(pattern, instead)
  }, line)
}
