/** The pane beside the log: everything known of one exchange, sentences first. */
import type { ComponentChildren } from 'preact'
import type { Exchange } from '../../core/exchange.ts'
import { isRerender } from '../../core/rerender.ts'
import type { Tab } from '../store/selection.ts'
import type { Store } from '../store/store.ts'
import { CloseIcon } from './icons.tsx'
import { lazy } from './lazy.tsx'
import { MenuButton } from './menu-button.tsx'
import { Overview } from './overview.tsx'
import { TabList } from './tab-list.tsx'
import { useOther } from './use-other.ts'

export interface DetailsProps {
  store: Store
  row: Exchange
  onClose: () => void
}

const TITLES: Record<Tab, string> = {
  overview: 'Overview',
  why: 'Why',
  payload: 'Payload',
  response: 'Response',
  patches: 'Patches',
  compare: 'Compare',
  timing: 'Timing',
}

/** By keyboard too, where nothing in the pane takes the focus (ARIA's pattern for tabs). */
const SCROLLABLE = { tabIndex: 0 } as const

const WhyTab = lazy(async () => (await import('./why-tab.tsx')).WhyTab)
const BodyView = lazy(async () => (await import('./body-view.tsx')).BodyView)
const PatchesTab = lazy(async () => (await import('./patches-tab.tsx')).PatchesTab)
const TimingTab = lazy(async () => (await import('./timing-tab.tsx')).TimingTab)
const CompareTab = lazy(async () => (await import('./compare-tab.tsx')).CompareTab)

/** Only tabs that have something to show. */
function tabsOf(row: Exchange, other: Exchange | undefined): Tab[] {
  const { request, answers, patches } = row
  return [
    'overview',
    ...(isRerender(row) ? (['why'] as const) : []),
    ...(request ? (['payload'] as const) : []),
    ...(answers.length > 0 ? (['response'] as const) : []),
    ...(patches > 0 ? (['patches'] as const) : []),
    ...(other ? (['compare'] as const) : []),
    'timing',
  ]
}

export function Details({ store, row, onClose }: DetailsProps) {
  const { selection } = store
  const other = useOther(store, row)
  const tabs = tabsOf(row, other)
  const current = tabs.includes(selection.tab.value) ? selection.tab.value : 'overview'

  async function openCopyMenu(button: HTMLElement): Promise<void> {
    const { openCopyMenu } = await import('./row-menu.ts')
    await openCopyMenu(store, row, button)
  }

  return (
    <div class="details" role="complementary" aria-label="Details">
      <div class="tabs">
        <button
          type="button"
          class="tool"
          aria-label="Close details"
          aria-keyshortcuts="Escape"
          title="Close the details — Esc"
          onClick={onClose}
        >
          <CloseIcon />
        </button>
        <TabList
          label="Details of"
          tabs={tabs.map((tab) => [tab, TITLES[tab]])}
          current={current}
          onChoose={(tab) => {
            selection.tab.value = tab
          }}
        />
        <MenuButton class="copy" title="Copy this exchange" open={openCopyMenu}>
          Copy <span aria-hidden="true">▾</span>
        </MenuButton>
      </div>
      <div
        class="pane"
        role="tabpanel"
        aria-label={TITLES[current]}
        {...SCROLLABLE}
        key={`${row.id} ${current}`}
      >
        {current !== 'overview' && (
          <h2 class="unseen">
            {TITLES[current]} of <bdi>{row.name}</bdi>
          </h2>
        )}
        {contentOf(current, store, row, other)}
      </div>
    </div>
  )
}

function contentOf(tab: Tab, store: Store, row: Exchange, other: Exchange | undefined): ComponentChildren {
  switch (tab) {
    case 'overview':
      return <Overview store={store} row={row} />
    case 'why':
      return <WhyTab store={store} row={row} />
    case 'payload':
      return row.request && <BodyView store={store} title="Sent" body={row.request} />
    case 'response':
      return row.answers.map((answer, index) => (
        <BodyView
          key={index}
          store={store}
          title={row.answers.length === 1 ? 'Received' : `Answer ${index + 1} of ${row.answers.length}`}
          body={answer}
        />
      ))
    case 'patches':
      return <PatchesTab store={store} row={row} />
    case 'compare':
      return other && <CompareTab store={store} row={row} other={other} />
    case 'timing':
      return <TimingTab store={store} row={row} />
  }
}
