/** Reads the messages of a text/event-stream answer as a browser does: the joined `data` lines of each event. */
import type { IncomingMessage } from 'node:http'

export function readEvents(stream: IncomingMessage, message: (text: string) => void): void {
  let rest = ''
  const decoder = new TextDecoder()
  stream.on('data', (chunk: Buffer) => {
    rest += decoder.decode(chunk, { stream: true })
    const events = rest.split(/\r?\n\r?\n/)
    rest = events.pop() ?? ''
    for (const event of events) {
      const lines = event.split(/\r?\n/).filter((line) => line.startsWith('data:'))
      if (lines.length > 0) message(lines.map((line) => line.slice(5).replace(/^ /, '')).join('\n'))
    }
  })
}
