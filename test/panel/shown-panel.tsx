/** The whole panel in a DOM without layout: every element is given the size of a small window. */
import { act, cleanup, configure, fireEvent, render } from '@testing-library/preact'
import { afterEach, beforeEach, vi } from 'vitest'
import type { StoreDeps } from '../../src/panel/store/store.ts'
import { App } from '../../src/panel/views/app.tsx'
// Fetched with the panel and with its first row: only then, it might still be on its way when the tests of a file are over.
import '../../src/panel/views/empty-state.tsx'
import '../../src/panel/views/hear-panel.ts'
import '../../src/panel/views/page-switches.tsx'
import '../../src/panel/views/strip-brush.tsx'
import type { Page } from '../language/page.ts'
import { type Setup, setup } from './fake-page.ts'

const WINDOW = { width: 1100, height: 500 }

/** Call once in a file of view tests. */
export function useLayout(): void {
  // What is fetched when it is first wanted takes as long as the machine is busy.
  configure({ asyncUtilTimeout: 20_000 })
  beforeEach(() => {
    for (const [name, size] of [
      ['offsetHeight', WINDOW.height],
      ['offsetWidth', WINDOW.width],
      ['clientHeight', WINDOW.height],
      ['clientWidth', WINDOW.width],
    ] as const)
      vi.spyOn(HTMLElement.prototype, name, 'get').mockReturnValue(size)
  })
  beforeEach(() => {
    // This DOM has no layer above the page.
    HTMLElement.prototype.showPopover = () => {}
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
  })
}

export interface ShownPanel extends Setup {
  container: Element
  /** Shows a page and waits until it is drawn. */
  draw(page: Page): Promise<void>
  /** Rows in the DOM, as `kind name status render`. */
  rows(): string[]
  rowNamed(name: string): HTMLElement
}

export function showPanel(deps: Partial<StoreDeps> = {}): ShownPanel {
  const panel = setup(deps)
  const { container } = render(<App store={panel.store} />)
  const elements = () => [...container.querySelectorAll<HTMLElement>('[role=row][data-kind]')]
  return {
    ...panel,
    container,
    draw: (page) => act(() => panel.show(page)),
    rows: () =>
      elements().map(({ dataset: { kind, name, status, render } }) => [kind, name, status, render].join(' ')),
    rowNamed: (name) => {
      const row = elements().find(({ dataset }) => dataset['name'] === name)
      if (!row) throw new Error(`no row ${name} among ${elements().length}`)
      return row
    },
  }
}

/** Waits for the keys of the whole panel, which are fetched once it is drawn. */
export const keysAct = () => act(() => vi.dynamicImportSettled())

/** Each waits until the panel is drawn again. */
export const click = (element: Element) => act(() => void fireEvent.click(element))
export const key = (element: Element, name: string) =>
  act(() => void fireEvent.keyDown(element, { key: name }))
