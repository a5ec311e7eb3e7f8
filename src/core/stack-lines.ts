/** A stack as lines a person can read: who called whom, where, and which of it is nobody's own code. */
import { frameOf, isOurs, linesIn, type StackFrame } from './stack-frame.ts'

export interface StackLine {
  /** As the engine names the function; empty outside of any. */
  name: string
  /** Present when it was not called by the line below but came later: `async`, `setTimeout handler` … */
  async?: string
  /** Absent for what has no script to go to. */
  frame?: StackFrame
  /** Whose code it is. */
  owner: 'page' | 'djust' | 'devtools'
}

/** Innermost first. V8: `at async name (url:1:2)`. Gecko: `setTimeout handler*name@url:1:2`. */
export function stackLinesOf(stack: string): StackLine[] {
  return linesIn(stack).flatMap((text) => (text.startsWith('at ') ? [fromV8(text)] : fromGecko(text)))
}

function fromV8(text: string): StackLine {
  const isAsync = text.startsWith('at async ')
  const called = isAsync ? `at ${text.slice('at async '.length)}` : text
  const frame = frameOf(called)
  const opened = called.lastIndexOf(' (')
  const name = opened > 3 ? called.slice(3, opened) : frame ? '' : called.slice(3)
  return lineOf(name, isAsync ? 'async' : undefined, frame)
}

function fromGecko(text: string): StackLine[] {
  const frame = frameOf(text)
  if (!frame) return []
  const called = text.slice(0, text.indexOf('@'))
  const star = called.lastIndexOf('*')
  return [lineOf(called.slice(star + 1), star > 0 ? called.slice(0, star) : undefined, frame)]
}

function lineOf(name: string, async: string | undefined, frame: StackFrame | undefined): StackLine {
  return {
    name,
    owner: frame ? ownerOf(frame) : 'page',
    ...(async === undefined ? {} : { async }),
    ...(frame ? { frame } : {}),
  }
}

/** `/static/djust/client.js`, minified or not, with or without the hash of collectstatic (djust-wire 1.1). */
const CLIENT = /\/djust\/(?:.*\/)?client(?:-dev)?(?:\.[\w-]+)*\.js$/

function ownerOf(frame: StackFrame): StackLine['owner'] {
  if (isOurs(frame)) return 'devtools'
  return CLIENT.test(frame.url.split(/[?#]/, 1)[0] ?? '') ? 'djust' : 'page'
}
