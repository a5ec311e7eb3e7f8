/** Reads a Chrome Recorder JSON: its steps, and their selectors in Playwright's words. */
import { CliError } from '../cli-error.ts'

export interface Step {
  type: string
  [key: string]: unknown
}

/** @throws CliError when it is none. */
export function readSteps(text: string, file: string): Step[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new CliError(`${file} is no JSON: ${(error as Error).message}.`)
  }
  const steps = isRecord(json) ? json['steps'] : undefined
  if (!Array.isArray(steps))
    throw new CliError(`${file} has no list of steps, as the Recorder of Chrome writes one.`)
  return steps.map((step, index) => {
    if (!isRecord(step) || typeof step['type'] !== 'string')
      throw new CliError(`${file}: step ${index + 1} has no type.`)
    return { ...step, type: step['type'] }
  })
}

/** Each is a selector, or a list of one for each shadow root on the way. */
export function selectorsOf({ selectors }: Step): string[] {
  if (!Array.isArray(selectors)) return []
  return selectors.flatMap((each) => {
    const path = (Array.isArray(each) ? each : [each]).filter((part) => typeof part === 'string')
    return path.length > 0 ? [path.map(inPlaywright).join(' >> ')] : []
  })
}

/** `aria/Save[role="button"]`, `xpath///p`, `text/Save`, `pierce/#q`; anything else is CSS. */
function inPlaywright(selector: string): string {
  const [, engine, rest = ''] = /^(aria|xpath|text|pierce)\/(.*)$/s.exec(selector) ?? []
  if (engine === 'xpath') return `xpath=${rest}`
  if (engine === 'text') return `text=${JSON.stringify(rest)}`
  if (engine === 'pierce') return `css=${rest}`
  if (engine !== 'aria') return `css=${selector}`
  const [, name = rest, role] = /^(.*?)\[role="(.*)"\]$/s.exec(rest) ?? []
  return role ? `role=${role}[name=${JSON.stringify(name)}]` : `css=[aria-label=${JSON.stringify(name)}]`
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
