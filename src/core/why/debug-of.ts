/** What a frame tells of the view when djust runs with DEBUG: `_debug` (djust-wire 2.12). Trusts nothing: it comes from a page. */
import type { Exchange } from '../exchange.ts'
import { isRecord } from '../is-record.ts'
import { frameOf } from '../sent-patches.ts'

export interface Debug {
  view: string
  /** The handler that ran. */
  event: string | undefined
  /** The view's own state, by name, as Python writes it, cut after 100 characters. */
  state: ReadonlyMap<string, string>
  /** What djust itself says has changed; undefined where it says nothing. */
  changed: readonly string[] | undefined
}

/** Of the last answer that tells it. */
export function debugOf({ answers }: Exchange): Debug | undefined {
  for (const body of answers.toReversed()) {
    // Spares the reading of what cannot hold it.
    const debug = body.text.includes('"_debug"') ? frameOf(body)?.['_debug'] : undefined
    if (isRecord(debug)) return read(debug)
  }
  return undefined
}

function read({
  view_class: view,
  variables,
  state_sizes: sizes,
  _eventName: event,
}: Record<string, unknown>): Debug {
  const all = new Map<string, string>()
  for (const [name, told] of Object.entries(isRecord(variables) ? variables : {}))
    if (isRecord(told) && typeof told['value'] === 'string') all.set(name, told['value'])
  const changed = all.get('changed_fields')
  return {
    view: typeof view === 'string' ? view : '',
    event: typeof event === 'string' ? event : undefined,
    // Beside the state stand members of the framework; only the sizes tell the two apart.
    state: isRecord(sizes) ? new Map([...all].filter(([name]) => Object.hasOwn(sizes, name))) : all,
    changed: changed === undefined ? undefined : namesIn(changed),
  }
}

/** `{'selected_tags', 'created'}`, as Python writes a set. */
function namesIn(set: string): string[] {
  return [...set.matchAll(/'([^']+)'/g)].map(([, name = '']) => name)
}
