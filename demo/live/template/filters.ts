/** The filters of `{{ value|filter:"argument" }}`, named and behaving as Django names them. */

export type Filter = (value: unknown, argument: unknown) => unknown

/** How a value reads in a page: nothing at all for what is absent. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (value === true) return 'True'
  if (value === false) return 'False'
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

/** What counts as true in `{% if %}`: not empty, not zero, not absent. */
export function isTruthy(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (value && typeof value === 'object') return Object.keys(value).length > 0
  return Boolean(value)
}

export const FILTERS: Readonly<Record<string, Filter>> = {
  upper: (value) => show(value).toUpperCase(),
  lower: (value) => show(value).toLowerCase(),
  capfirst: (value) => show(value).replace(/^./u, (first) => first.toUpperCase()),
  default: (value, argument) => (isTruthy(value) ? value : argument),
  default_if_none: (value, argument) => value ?? argument,
  length: (value) => (Array.isArray(value) ? value.length : [...show(value)].length),
  first: (value) => (Array.isArray(value) ? value[0] : [...show(value)][0]),
  last: (value) => (Array.isArray(value) ? value.at(-1) : [...show(value)].at(-1)),
  join: (value, argument) => (Array.isArray(value) ? value.map(show).join(show(argument)) : value),
  pluralize: (value, argument) => plural(Number(Array.isArray(value) ? value.length : value), argument),
  truncatechars: (value, argument) => truncate([...show(value)], Number(argument)),
  yesno: (value, argument) => show(argument ?? 'yes,no').split(',')[isTruthy(value) ? 0 : 1],
  add: (value, argument) => Number(value) + Number(argument),
}

function plural(count: number, argument: unknown): string {
  const forms = show(argument ?? 's').split(',')
  const [one, many] = forms.length > 1 ? forms : ['', forms[0]]
  return (count === 1 ? one : many) ?? ''
}

function truncate(characters: string[], limit: number): string {
  if (characters.length <= limit) return characters.join('')
  return `${characters.slice(0, Math.max(0, limit - 1)).join('')}…`
}
