/** What can be done with a value in a JSON tree. */
import { isContainer } from '../../core/json-diff/identities.ts'
import { writeJson } from '../../core/write-json.ts'
import type { Confirmation } from '../store/confirmation.ts'
import { copyText } from './copy-text.ts'
import { isRange, type Range } from './json-model.ts'
import { type Place, pathOf } from './json-place.ts'
import { openMenu } from './menu.tsx'
import { boxOf } from './place-beside.ts'

export function openJsonMenu(
  at: Place | Range,
  owner: HTMLElement,
  event: MouseEvent | KeyboardEvent,
  confirmation: Confirmation,
): Promise<void> {
  const place = isRange(at) ? at.container : at
  const path = pathOf(place)
  const items = [
    {
      title: isRange(at) ? 'Copy values' : 'Copy value',
      run: () => copyJsonValue(at, confirmation),
    },
    {
      title: 'Copy path',
      ...(path === '' ? { why: 'It is the whole, and has no path.' } : {}),
      run: () => void copyText(path, 'the path', confirmation),
    },
  ]
  const label = typeof place.step === 'string' && place.step !== '' ? place.step : 'Value'
  return openMenu({ label, groups: () => [{ items }], at: boxOf(event, owner), owner })
}

/** A text as it is, everything else as JSON. Of a range, what is in it. */
export function copyJsonValue(at: Place | Range, confirmation: Confirmation): void {
  const value = isRange(at) ? partOf(at) : at.value
  void copyText(typeof value === 'string' ? value : writeJson(value), 'the value', confirmation)
}

function partOf({ container: { value }, from, to }: Range): unknown {
  if (Array.isArray(value)) return value.slice(from, to)
  return isContainer(value) ? Object.fromEntries(Object.entries(value).slice(from, to)) : value
}
