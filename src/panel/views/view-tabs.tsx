/** The tabs above everything: the log, what it comes to, and what could be better. */
import type { Store, View } from '../store/store.ts'
import { TabList } from './tab-list.tsx'

const TABS: readonly [View, string][] = [
  ['log', 'Log'],
  ['statistics', 'Statistics'],
]

export function ViewTabs({ view, advice }: Pick<Store, 'view' | 'advice'>) {
  const count = advice.value?.shown.value.length

  return (
    <div class="tabs views-of">
      <TabList
        label="Views"
        tabs={[...TABS, ['advice', count ? `Advice ${count}` : 'Advice']]}
        current={view.value}
        onChoose={(chosen) => {
          view.value = chosen
        }}
      />
    </div>
  )
}
