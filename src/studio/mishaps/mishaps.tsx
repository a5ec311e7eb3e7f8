/** Entry of the mishaps: their list, the page of the one that was chosen, and the panel beside it. */
import { render } from 'preact'
import { localStorageOrNothing } from '../../panel/local-storage.ts'
import { mountPanel } from '../../panel/mount-panel.tsx'
import { systemTheme } from '../../panel/theme-source.ts'
import type { MishapCard } from '../../protocol/mishap-card.ts'
import { createFrameLine } from '../frame-line.ts'
import { createFrameReach } from '../frame-reach.ts'
import { createStudioTheme } from '../studio-theme.ts'
import { addressOf, type Chosen, chosenIn } from './chosen.ts'
import { MishapList } from './mishap-list.tsx'
import { TryThis } from './try-this.tsx'

const find = <E extends HTMLElement>(id: string) => document.getElementById(id) as E
const frame = find<HTMLIFrameElement>('page')

const theme = createStudioTheme({
  storage: localStorageOrNothing(),
  system: systemTheme(window),
  search: location.search,
})

function wear(): void {
  const now = theme.current()
  document.documentElement.dataset['theme'] = now
  if (frame.contentDocument) frame.contentDocument.documentElement.dataset['theme'] = now
}

function show(cards: readonly MishapCard[], chosen: Chosen | null): void {
  const choose = (next: Chosen) => {
    history.replaceState(null, '', addressOf(location.href, next))
    show(cards, next)
  }
  render(<MishapList cards={cards} chosen={chosen} choose={choose} />, find('list'))
  render(<TryThis chosen={chosen} />, find('try'))
  if (chosen) frame.src = `${chosen.on ? chosen.card.on : chosen.card.off}?studio&theme=${theme.current()}`
}

async function start(): Promise<void> {
  try {
    const response = await fetch('/mishaps.json')
    if (!response.ok) throw new Error(`the demo answered ${response.status}`)
    const cards = (await response.json()) as MishapCard[]
    const chosen = chosenIn(location.search, cards)
    show(cards, chosen)
    document.querySelector('[data-chosen="true"]')?.scrollIntoView({ block: 'nearest' })
  } catch (error) {
    find('try').textContent = `The mishaps could not be fetched: ${(error as Error).message}.`
  }
}

wear()
theme.onChange(wear, new AbortController().signal)
frame.addEventListener('load', wear)
find('theme').addEventListener('click', () => {
  theme.toggle()
  // What the address says would win again after a reload.
  const address = new URL(location.href)
  address.searchParams.delete('theme')
  history.replaceState(null, '', address)
})
// The panel listens before the page can speak.
mountPanel(find('panel'), { line: createFrameLine(frame), reach: createFrameReach(frame), theme })
void start()
