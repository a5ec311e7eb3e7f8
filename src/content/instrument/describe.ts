/** Names an element the way a person would find it again: never by its text or its values. */
import { exec, slice } from './pristine.ts'
import { getAttribute, localName } from './pristine-dom.ts'

const LONGEST = 80
/** The runtime's own classes come and go while it works; a person would not find the element by them. */
const firstWord = /(?<!\S)(?!djust-)\S+/

/** `button#save.primary[name=go]`, at most 80 code units. Throws for anything but an element. */
export function describe(element: unknown): string {
  const part = (name: string, before: string, after = '') => {
    const word = exec(firstWord, getAttribute(element, name) ?? '')
    return word ? before + word[0] + after : ''
  }
  const says = localName(element) + part('id', '#') + part('class', '.') + part('name', '[name=', ']')
  return slice(says + part('role', '[role=', ']'), 0, LONGEST)
}
