/** The tabs above everything: the log, and what it comes to. */
import type { Store, View } from '../store/store.ts'
import { TabList } from './tab-list.tsx'

const TABS: readonly [View, string][] = [
  ['log', 'Log'],
  ['statistics', 'Statistics'],
]

export function ViewTabs({ view }: Pick<Store, 'view'>) {
  return (
    <div class="tabs views-of">
      <TabList
        label="Views"
        tabs={TABS}
        current={view.value}
        onChoose={(chosen) => {
          view.value = chosen
        }}
      />
    </div>
  )
}
