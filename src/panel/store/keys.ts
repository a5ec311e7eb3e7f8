/** The keys of the whole panel, those of the Network panel: which they are where it stands, and how they are told. */

/** What the panel stands in: DevTools, where such keys are expected, or a page, whose keys are the browser's. */
export type Host = 'devtools' | 'page'

export type KeyedAction = 'record' | 'clear' | 'filter'

export interface Key {
  /** Pressed with Ctrl, on a Mac with ⌘; none where the browser needs it itself. */
  letter: string | undefined
  /** To follow a title. */
  told: string
  /** For `aria-keyshortcuts`: only what acts while the focus is on the thing itself, too. */
  aria: string | undefined
}

export interface Keys extends Record<KeyedAction, Key> {
  /** Where the focus must be for them. */
  act: 'in the panel' | 'in the log'
  modifier: 'Control' | 'Meta'
}

export function createKeys(host: Host, userAgent: string): Keys {
  const isMac = userAgent.includes('Macintosh')
  const modifier = isMac ? 'Meta' : 'Control'
  const inDevtools = host === 'devtools'
  const key = (letter: string | undefined): Key => ({
    letter,
    told: letter ? ` — ${isMac ? '⌘' : 'Ctrl+'}${letter}${inDevtools ? '' : ' in the log'}` : '',
    aria: letter && inDevtools ? `${modifier}+${letter}` : undefined,
  })
  return {
    act: inDevtools ? 'in the panel' : 'in the log',
    modifier,
    record: key('E'),
    filter: key('F'),
    // Ctrl+L is how one leaves a page for the address bar.
    clear: key(isMac ? 'K' : inDevtools ? 'L' : undefined),
  }
}
