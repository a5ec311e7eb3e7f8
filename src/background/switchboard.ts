/**
 * The switchboard: pairs the pages and the panels of each tab, and never opens a letter.
 *
 * It holds nothing that a dead worker could take with it, except letters rescued from documents that are gone, until a panel confirms them.
 */
import type { Envelope, Sent } from '../protocol/envelope.ts'
import type { Port } from '../protocol/port.ts'
import type { PanelHears, PanelSays, RelayHears, Watch } from '../protocol/switchboard.ts'

export interface SwitchboardDeps {
  /** Asks every relay of the tab to open a fresh port. */
  callTheRoll(tab: number): void
  /** Lets whatever is measured only while a panel listens begin in this frame. */
  measure(tab: number, frame: number): void
  watchOf(origin: string): Promise<Watch>
}

export interface Switchboard {
  connectPage(port: Port, tab: number, frame: number): void
  connectPanel(port: Port, tab: number): void
  /** The tab has begun or finished loading a document, which may not have been heard yet. */
  turnPage(tab: number): void
  forget(tab: number): void
}

/** More than a person can leave behind before a panel is back; older letters go first. */
const MOST_RESCUES = 64

interface Tab {
  panels: Set<Port>
  pages: Map<number, Port>
}

export function createSwitchboard({ callTheRoll, measure, watchOf }: SwitchboardDeps): Switchboard {
  const tabs = new Map<number, Tab>()
  const rescues = new Map<number, { tab: number; envelope: Envelope }>()
  let nextRescue = 1

  function tabOf(id: number): Tab {
    const tab = tabs.get(id) ?? { panels: new Set(), pages: new Map() }
    tabs.set(id, tab)
    return tab
  }

  const toPanels = (tab: Tab, message: PanelHears) => {
    for (const panel of tab.panels) post(panel, message)
  }
  const toPage = (port: Port, message: RelayHears) => post(port, message)

  function connectPage(port: Port, id: number, frame: number): void {
    const tab = tabOf(id)
    // The port before it is left to end by itself: the last letter of a document may come after its successor has connected.
    tab.pages.set(frame, port)
    port.onMessage.addListener((message) => {
      const { letter, rescue } = message as Sent
      const envelope = { frame, letter }
      toPanels(
        tab,
        rescue ? { hear: 'letter', envelope, rescue: keep(id, envelope) } : { hear: 'letter', envelope },
      )
    })
    port.onDisconnect.addListener(() => {
      if (tab.pages.get(frame) !== port) return
      tab.pages.delete(frame)
      toPanels(tab, { hear: 'parted', frame })
      sweep(id)
    })
    if (tab.panels.size > 0) measure(id, frame)
    toPage(port, { hear: tab.panels.size > 0 ? 'joined' : 'parted' })
    toPanels(tab, { hear: 'joined', frame })
  }

  function connectPanel(port: Port, id: number): void {
    const tab = tabOf(id)
    tab.panels.add(port)
    port.onMessage.addListener((message) => obey(port, id, message as PanelSays))
    port.onDisconnect.addListener(() => {
      tab.panels.delete(port)
      if (tab.panels.size === 0) for (const page of tab.pages.values()) toPage(page, { hear: 'parted' })
      sweep(id)
    })
    for (const [rescue, { tab: of, envelope }] of rescues)
      if (of === id) post(port, { hear: 'letter', envelope, rescue } satisfies PanelHears)
    callTheRoll(id)
  }

  function obey(panel: Port, id: number, message: PanelSays): void {
    switch (message.say) {
      case 'post': {
        const { frame } = message.posted
        for (const [of, page] of tabOf(id).pages)
          if (frame === undefined || frame === of) toPage(page, { hear: 'letter', posted: message.posted })
        return
      }
      case 'confirm':
        rescues.delete(message.rescue)
        return
      case 'look':
        callTheRoll(id)
        void watchOf(message.origin).then((watch) =>
          post(panel, { hear: 'watch', watch } satisfies PanelHears),
        )
    }
  }

  function keep(tab: number, envelope: Envelope): number {
    const rescue = nextRescue++
    rescues.set(rescue, { tab, envelope })
    for (const oldest of rescues.keys()) {
      if (rescues.size <= MOST_RESCUES) break
      rescues.delete(oldest)
    }
    return rescue
  }

  function sweep(id: number): void {
    const tab = tabs.get(id)
    if (tab && tab.panels.size === 0 && tab.pages.size === 0) tabs.delete(id)
  }

  return {
    connectPage,
    connectPanel,
    turnPage: (id) => {
      if (tabs.get(id)?.panels.size) callTheRoll(id)
    },
    forget: (id) => {
      for (const [rescue, { tab }] of rescues) if (tab === id) rescues.delete(rescue)
    },
  }
}

/** A port that is already dead throws; whoever was behind it asks again on its next one. */
function post(port: Port, message: PanelHears | RelayHears): void {
  try {
    port.postMessage(message)
  } catch {}
}
