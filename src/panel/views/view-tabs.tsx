/** The tabs above everything: the log, what it comes to, what could be better, and what has changed. */
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
        tabs={[...TABS, ['advice', count ? `Advice ${count}` : 'Advice'], ['baselines', 'Baselines']]}
        current={view.value}
        onChoose={(chosen) => {
          view.value = chosen
        }}
      />
    </div>
  )
}
