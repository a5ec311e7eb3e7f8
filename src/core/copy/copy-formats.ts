/** The formats an exchange can be copied in, in the order of their menu. */
import type { CopyFormat } from './copy-format.ts'
import { curl } from './curl.ts'
import { djustCall } from './djust-call.ts'
import { fetchFormat } from './fetch.ts'
import { handleEvent } from './handle-event.ts'
import { json } from './json.ts'
import { playwright } from './playwright.ts'
import { pytest } from './pytest.ts'

export const COPY_FORMATS: readonly CopyFormat[] = [
  djustCall,
  handleEvent,
  fetchFormat,
  curl,
  json,
  pytest,
  playwright,
]
