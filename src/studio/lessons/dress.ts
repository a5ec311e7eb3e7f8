/** What every page of the lessons wears: theme and text size, remembered, with the switches in its header. */
import { effect, type Signal } from '@preact/signals'
import { h, render } from 'preact'
import { localStorageOrNothing } from '../../panel/local-storage.ts'
import type { ThemeSource } from '../../panel/store/theme.ts'
import { systemTheme } from '../../panel/theme-source.ts'
import { createStudioTheme } from '../studio-theme.ts'
import { createTextSize, scaleOf, type TextSize, TextSizeView } from './text-size.tsx'

export interface Dress {
  theme: ThemeSource
  size: Signal<TextSize>
  /** Puts the page in the frame into it, too. */
  wearIn(frame: HTMLIFrameElement): void
}

export function dress(): Dress {
  const storage = localStorageOrNothing()
  const theme = createStudioTheme({ storage, system: systemTheme(window), search: location.search })
  const size = createTextSize(storage)
  const { documentElement } = document

  const wear = (root: HTMLElement) => {
    root.dataset['theme'] = theme.current()
    root.dataset['size'] = size.value
  }
  const header = document.getElementById('text-size')
  if (header) render(h(TextSizeView, { chosen: size }), header)
  document.getElementById('theme')?.addEventListener('click', () => theme.toggle())
  theme.onChange(() => wear(documentElement), new AbortController().signal)
  effect(() => wear(documentElement))

  return {
    theme,
    size,
    wearIn(frame) {
      const show = () => {
        const root = frame.contentDocument?.documentElement
        if (!root) return
        wear(root)
        root.style.setProperty('zoom', String(scaleOf(size.value)))
      }
      frame.addEventListener('load', show)
      theme.onChange(show, new AbortController().signal)
      effect(show)
    },
  }
}
