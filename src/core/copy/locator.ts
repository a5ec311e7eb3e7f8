/** Turns how a trigger was described into a selector that a browser reads. */

/** As the instrument's `describe` writes it; longer descriptions are cut there, at 80 code units. */
const DESCRIPTION =
  /^(?<tag>[^#.[\]]+)(?:#(?<id>[^.[\]]+))?(?:\.(?<class>[^[\]]+))?(?:\[name=(?<name>.+?)\])?(?:\[role=(?<role>[^\]]+)\])?$/s
const LONGEST = 80

/** Quoted attributes, because ids and classes may hold what a selector reads otherwise. Undefined when the description was cut. */
export function locatorOf(description: string): string | undefined {
  const found = description.length < LONGEST ? DESCRIPTION.exec(description) : null
  const tag = found?.groups?.['tag']
  if (!found?.groups || tag === undefined || !/^[a-z][a-z0-9-]*$/i.test(tag)) return undefined
  const { id, class: word, name, role } = found.groups
  return [
    tag,
    attribute('id=', id),
    attribute('class~=', word),
    attribute('name=', name),
    attribute('role=', role),
  ].join('')
}

function attribute(test: string, value: string | undefined): string {
  return value === undefined ? '' : `[${test}${cssString(value)}]`
}

/** A string of CSS, in its quotes. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, escaped)}"`
}

/** As CSS escapes what cannot stand in a string. */
function escaped(control: string): string {
  return `\\${(control.codePointAt(0) ?? 0).toString(16)} `
}
