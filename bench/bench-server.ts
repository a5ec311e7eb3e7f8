/** Serves the built panel, and recordings made while they are asked for. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { recordingOf } from './recording.ts'

const EMPTY = '/empty.html'
const STUDIO = join(import.meta.dirname, '../dist/studio')
const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
/** Lines that are sent at once. */
const BATCH = 2000

export interface BenchServer {
  /** The panel on a recording of so many exchanges. */
  panelOn(exchanges: number): string
  /** A page with nothing on it but a box to type into. */
  emptyPage(): string
  close(): void
}

export async function startBenchServer(): Promise<BenchServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://bench')
    const [, count] = /^\/(\d+)\.jsonl$/.exec(pathname) ?? []
    if (count !== undefined) Readable.from(batches(recordingOf(Number(count)))).pipe(response)
    else if (pathname === EMPTY) response.setHeader('content-type', 'text/html').end(EMPTY_PAGE)
    else answerFile(join(STUDIO, pathname), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    panelOn: (exchanges) => `${url}/src/panel/panel.html?recording=/${exchanges}.jsonl`,
    emptyPage: () => `${url}${EMPTY}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function answerFile(file: string, response: ServerResponse): void {
  response.statusCode = existsSync(file) ? 200 : 404
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream')
  response.end(response.statusCode === 200 ? readFileSync(file) : '')
}

function* batches(lines: Iterable<string>): Generator<string> {
  let batch: string[] = []
  for (const line of lines) {
    batch.push(line)
    if (batch.length < BATCH) continue
    yield batch.join('')
    batch = []
  }
  yield batch.join('')
}

/** What is typed into it changes one attribute: what any page needs at least. */
const EMPTY_PAGE = `<!doctype html><title>empty</title><div role="grid"></div>
  <input aria-label="Filter" oninput="document.querySelector('[role=grid]').dataset.said = value">`
