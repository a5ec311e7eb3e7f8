/** Tells whether two descriptions of elements name the same thing to a person: what a build generates does not count. */

/** What tools put before a name that they make up. */
const MADE_UP = /^(?:css|sc|jsx|jss|svelte|emotion)-/
/** A hash holds letters and digits in a jumble; `address2` is a word with a number, which somebody wrote. */
const JUMBLE = /^[a-z\d]{5,}$/i
const NUMBERED = /^[a-z]+\d{1,3}$/i

/** Code units; the page says at most 80. */
const LONGEST = 200

/**
 * The parts of `tag#id.class[name=x][role=y]` as the page describes an element, each as it is written. Nth indexes (`[3]`,
 * `:nth-child(3)`) are left out: a list that grew by a row is the same list.
 */
export function partsOf(element: string): string[] {
  const text = element.slice(0, LONGEST).replace(/:nth-[a-z-]+(?:\([^)]*\))?|\[\d+\]/g, '')
  return [...text.matchAll(/^[^#.[]+|#[^.[]+|\.[^#[]+|\[[^\]]+\]?/g)].map(([part]) => part)
}

/** The part with everything generated as `*`: `#remove-17` is `#remove-*`, `.css-1q2w3e` is `.*`. */
export function steady(part: string): string {
  const [, sign = '', word = '', end = ''] = /^([#.]|\[[a-z]+=)?(.*?)(\]?)$/s.exec(part) ?? []
  if (sign === '') return part
  if (MADE_UP.test(word) || /^:r[\da-z]+:$/.test(word)) return `${sign}*${end}`
  const segments = word.split(/([-_:]+)/).map((segment) => (isGenerated(segment) ? '*' : segment))
  return `${sign}${segments.join('')}${end}`
}

/**
 * The shortest description that a person would write: the id alone, else the tag with its name, else the tag with what class
 * and role it keeps from build to build.
 */
export function selectorOf(element: string): string {
  const parts = partsOf(element).map(steady)
  const lasting = (sign: string) =>
    parts.find((part) => part.startsWith(sign) && /[^#.*\-_:]/.test(part.slice(1)))
  const id = lasting('#')
  if (id) return id
  const [tag = ''] = parts.filter((part) => !/^[#.[]/.test(part))
  const name = parts.find((part) => part.startsWith('[name='))
  if (name) return tag + name
  const role = parts.find((part) => part.startsWith('[role='))
  return tag + (lasting('.') ?? '') + (role ?? '') || element.slice(0, LONGEST)
}

/** Every part that the selector names is a part of the element, as written or with `*` for what is generated. */
export function isSelected(selector: string, element: string): boolean {
  if (selector === element || selector === selectorOf(element)) return true
  const wanted = partsOf(selector)
  const written = partsOf(element)
  const parts = new Set([...written, ...written.map(steady)])
  return wanted.length > 0 && wanted.every((part) => parts.has(part))
}

function isGenerated(segment: string): boolean {
  if (/^\d+$/.test(segment)) return true
  return JUMBLE.test(segment) && /\d/.test(segment) && /[a-z]/i.test(segment) && !NUMBERED.test(segment)
}
