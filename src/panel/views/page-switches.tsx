/** What goes on in the page for as long as it is switched on: flashes of re-renders, tracks for the Performance panel, the shaker. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
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
/** Goes on until the signal aborts. */
type Start = (deps: Deps, stop: AbortSignal) => void

interface SwitchProps {
  store: Store
  label: string
  title: string
  load: () => Promise<Start>
  children: ComponentChildren
}

function Switch({ store: { reach, log, session }, label, title, load, children }: SwitchProps) {
  // What is loaded rather than what was pressed: nobody should see it on, and do something in the page, before it hears that.
  const [start, setStart] = useState<Start>()
  useLayoutEffect(() => {
    if (!start || !reach) return
    const stop = new AbortController()
    start({ reach, log, documents: session.documents }, stop.signal)
    return () => stop.abort()
  }, [start, reach, log, session])
  if (!reach) return null
  const turn = async (on: boolean) => {
    const wanted = on ? await load() : undefined
    setStart(() => wanted)
  }
  return (
    <ToggleButton label={label} title={title} isOn={start !== undefined} onTurn={turn}>
      {children}
    </ToggleButton>
  )
}
