/** What goes on in the page for as long as it is switched on: flashes of re-renders, tracks for the Performance panel, the shaker. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Store } from '../store/store.ts'
import { FlashIcon, TracksIcon } from './page-switch-icons.tsx'
import { ShakeSwitch } from './shake-switch.tsx'
import { ToggleButton } from './toggle-button.tsx'

export function PageSwitches({ store }: { store: Store }) {
  return (
    <>
      <Switch
        label="Flash re-renders"
        title="Flash in the page whatever is re-rendered, coloured by its cause"
        load={loadFlashes}
        store={store}
      >
        <FlashIcon />
      </Switch>
      <Switch
        label="Show in Performance panel"
        title="Write calls, dispatches and re-renders as tracks of the Performance panel; the page can see them, too"
        load={loadTracks}
        store={store}
      >
        <TracksIcon />
      </Switch>
      <ShakeSwitch store={store} />
    </>
  )
}

const loadFlashes = async () => (await import('../store/flash-rerenders.ts')).flashRerenders
const loadTracks = async () => (await import('../store/write-tracks.ts')).writeTracks

type Deps = {
  reach: NonNullable<Store['reach']>
  log: Store['log']
  documents: Store['session']['documents']
}

interface SwitchProps {
  store: Store
  label: string
  title: string
  /** Answers what goes on from then until the signal aborts; the same function every time. */
  load: () => Promise<(deps: Deps, stop: AbortSignal) => void>
  children: ComponentChildren
}

function Switch({ store: { reach, log, session }, label, title, load, children }: SwitchProps) {
  const [on, setOn] = useState(false)
  useEffect(() => {
    if (!on || !reach) return
    const stop = new AbortController()
    void load().then((start) => {
      if (!stop.signal.aborted) start({ reach, log, documents: session.documents }, stop.signal)
    })
    return () => stop.abort()
  }, [on, reach, log, session, load])
  if (!reach) return null
  return (
    <ToggleButton label={label} title={title} isOn={on} onTurn={setOn}>
      {children}
    </ToggleButton>
  )
}
