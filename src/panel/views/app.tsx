/** The whole panel. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Store } from '../store/store.ts'
import { Banners } from './banners.tsx'
import { ConfirmationView } from './confirmation-view.tsx'
import { Details } from './details.tsx'
import { lazy } from './lazy.tsx'
import { Log } from './log.tsx'
import { Split } from './split.tsx'
import { Strip } from './strip.tsx'
import { SummaryBar } from './summary-bar.tsx'
import { Toolbar } from './toolbar.tsx'
import { useRowPointer } from './use-row-pointer.ts'
import { ViewTabs } from './view-tabs.tsx'

// What is said where there are no rows is not needed to show some.
const EmptyState = lazy(async () => (await import('./empty-state.tsx')).EmptyState)
const Statistics = lazy(async () => (await import('./statistics.tsx')).Statistics)
const AdviceView = lazy(async () => (await import('./advice-view.tsx')).AdviceView)
const BaselinesView = lazy(async () => (await import('./baselines-view.tsx')).BaselinesView)

export function App({ store }: { store: Store }) {
  const { selection, view } = store
  const root = useRef<HTMLDivElement>(null)
  useRowPointer(root, store)
  const row = selection.open.value ? selection.row.value : undefined

  /** What takes the focus once it is drawn; an object, because the same may be wanted again. */
  const [wanted, setWanted] = useState<{ focus: string }>()
  useLayoutEffect(() => {
    if (wanted) root.current?.querySelector<HTMLElement>(wanted.focus)?.focus()
  }, [wanted])
  function close(): void {
    selection.closeDetails()
    setWanted({ focus: '[data-kind][tabindex="0"]' })
  }

  useEffect(() => {
    const stop = new AbortController()
    import('./hear-panel.ts').then(
      ({ hearPanel }) =>
        root.current && !stop.signal.aborted && hearPanel(root.current, store, close, stop.signal),
      () => {},
    )
    return () => stop.abort()
  }, [store])

  return (
    <div ref={root} class="djust-panel" data-theme={store.theme.value}>
      <ViewTabs {...store} />
      <Toolbar store={store} />
      <Banners store={store} />
      <div class="views">
        <div role="tabpanel" aria-label="Log" class="view-log" inert={view.value !== 'log'}>
          <Split
            size={store.detailsSize}
            first={
              <>
                <Strip store={store} />
                <Log store={store} onEnter={() => setWanted({ focus: '.details [aria-selected=true]' })} />
                {store.emptiness.value && <EmptyState store={store} />}
              </>
            }
            second={row && <Details store={store} row={row} onClose={close} />}
          />
        </div>
        {view.value === 'statistics' && (
          <div role="tabpanel" aria-label="Statistics" class="view-statistics">
            <Statistics store={store} />
          </div>
        )}
        {view.value === 'advice' && (
          <div role="tabpanel" aria-label="Advice" class="view-statistics">
            <AdviceView store={store} />
          </div>
        )}
        {view.value === 'baselines' && (
          <div role="tabpanel" aria-label="Baselines" class="view-statistics">
            <BaselinesView store={store} />
          </div>
        )}
      </div>
      <SummaryBar store={store} />
      <ConfirmationView confirmation={store.confirmation} />
    </div>
  )
}
