/**
 * Holds what is asked with fetch: the answer of a call before the page gets it, and a dispatch before it goes.
 *
 * The instrument stands below, so it sees when a call was really sent and answered, and a dispatch when it really goes.
 */
import type { Numbering } from './numbering.ts'
import { type Asked, recogniseRequest } from './recognise.ts'
import { asIf, type Tools } from './tools.ts'
import type { Lines } from './waiting-lines.ts'

export interface Shaking {
  tools: Tools
  lines: Lines
  number: Numbering
  calls: boolean
  dispatches: boolean
}

type Send = () => Promise<Response>

/** Answers what the page gets in place of `send()`. */
export function shakeRequest(shaking: Shaking, asked: Asked | undefined, send: Send): Promise<Response> {
  if (asked?.kind === 'call' && shaking.calls) return holdAnswer(shaking, asked.name, send)
  if (asked?.kind === 'dispatch' && shaking.dispatches) return holdSending(shaking, asked, send)
  return send()
}

function holdAnswer({ tools, lines, number }: Shaking, name: string, send: Send): Promise<Response> {
  const { seed, number: count, delay } = number('call', name)
  const asked = lines.now()
  const answer = send()
  const shaken = tools.report({ type: 'shaken', way: 'back', seed, number: count, ms: delay })
  const waiting = lines.of(`call ${name}`).hold(asked + delay)
  return new Promise((resolve, reject) => {
    answer.then(
      (response) =>
        waiting.ready(() => {
          if (shaken !== undefined) tools.report({ type: 'handed-over', of: shaken })
          const reading = readToEnd(response)
          resolve(response)
          return reading
        }),
      // What was given up, or never arrived, races with nothing.
      (reason) => {
        waiting.drop()
        reject(reason)
      },
    )
  })
}

/** Until the page can have read it as well: of two that it is given at once, either may be read first. */
function readToEnd(response: Response): Promise<unknown> | undefined {
  try {
    return response.clone().arrayBuffer()
  } catch {
    // A page may put anything in place of fetch, which then answers anything.
    return undefined
  }
}

function holdSending(
  { tools, lines, number }: Shaking,
  { name, line: key }: Extract<Asked, { kind: 'dispatch' }>,
  send: Send,
): Promise<Response> {
  const line = lines.of(`post ${key}`)
  if (name === undefined && line.isEmpty()) return send()
  const { dispatch } = tools.running
  return new Promise((resolve) => {
    lines.holdSending(line, name === undefined ? undefined : number('dispatch', name), (tell) => {
      resolve(asIf(tools, dispatch, send))
      tell(tools)
    })
  })
}

export function shakeFetch(
  view: Window & typeof globalThis,
  shaking: () => Shaking | undefined,
): typeof fetch {
  return new Proxy(view.fetch, {
    apply(target, self, args: Parameters<typeof fetch>) {
      const send = () => Reflect.apply(target, self, args)
      const now = shaking()
      if (!now) return send()
      let asked: Asked | undefined
      try {
        asked = recogniseRequest(view, ...(args as unknown as [unknown, RequestInit | undefined]))
      } catch {
        // What cannot be understood is the platform's to refuse.
      }
      return shakeRequest(now, asked, send)
    },
  })
}
