/** The line where the tab went to another page. It stands between two rows, takes no room of its own and counts as none. */

import type { Separator } from '../../core/navigations.ts'
import { formatMany } from '../../core/numbers.ts'

export interface NavigationLineProps {
  separator: Separator
  /** Distance from the top of the rows, px. */
  top: number
}

const WORDS = { loaded: 'page left, loaded', reloaded: 'page reloaded', back: 'back to' }

export function NavigationLine({ separator: { navigation, between }, top }: NavigationLineProps) {
  const pages =
    between === 0 ? '' : `, after ${formatMany(between, 'other page', 'other pages')} without a row here`
  return (
    <div role="row" class="navigation-line" style={{ top: `${top}px` }} title={`${navigation.url}${pages}`}>
      <span role="gridcell">
        {WORDS[navigation.how]} <bdi>{pathOf(navigation.url)}</bdi>
        <span class="unseen">{pages}</span>
      </span>
    </div>
  )
}

/** Mostly the host is the one there was before; the title has all of it. */
function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]*(?=\/)/, '')
}
