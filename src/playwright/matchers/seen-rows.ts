/** What was seen instead, for the message of a matcher that failed: the newest rows, a line each. */
import type { DjustRow } from '../public.ts'

const MOST = 12

export function seenRows(rows: readonly DjustRow[]): string {
  const seen = rows.filter(({ kind }) => kind !== 'system')
  if (seen.length === 0) return 'Nothing was asked and nothing was pushed.'
  const lines = seen.slice(-MOST).map(({ id, kind, name, render, patches, status, trigger }) => {
    const many = render === 'patched' ? ` (${patches})` : ''
    return `  ${kind} ${name}: ${status}, re-render ${render}${many}${trigger ? `, ${trigger}` : ''}  [${id}]`
  })
  const before = seen.length > MOST ? [`  ${seen.length - MOST} rows before`] : []
  return ['What was seen:', ...before, ...lines].join('\n')
}
