/** A collector on the loopback: answers OTLP/HTTP as it is told to, and keeps what it was sent. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import type { MetricsData, TracesData } from '../../src/cli/otlp/otlp.ts'

export interface Sent {
  path: string
  headers: Record<string, string | string[] | undefined>
  json: Partial<TracesData & MetricsData>
}

interface Answer {
  status: number
  headers?: Record<string, string>
  body?: string
}

export interface Collector {
  url: string
  /** In the order in which it came, refused or not. */
  sent: Sent[]
}

/** Gives these answers in turn, and then 200 to everything. */
export async function collector(...answers: Answer[]): Promise<Collector> {
  const sent: Sent[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const json = JSON.parse(gunzipSync(Buffer.concat(chunks)).toString())
    sent.push({ path: request.url ?? '', headers: request.headers, json })
    const { status, headers = {}, body = '{}' } = answers.shift() ?? { status: 200 }
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent }
}
