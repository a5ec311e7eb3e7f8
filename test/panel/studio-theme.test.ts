import { expect, test } from 'vitest'
import type { Theme } from '../../src/panel/store/theme.ts'
import { fixedTheme } from '../../src/panel/theme-source.ts'
import { createStudioTheme } from '../../src/studio/studio-theme.ts'
import { memory } from './fake-page.ts'

const studio = (storage = memory(), search = '', system: Theme = 'light') =>
  createStudioTheme({ storage, search, system: fixedTheme(system) })

test('a theme that was chosen is there again after a reload, also when the system has another', () => {
  const storage = memory()
  studio(storage).toggle()
  expect(studio(storage).current()).toBe('dark')
  studio(storage).toggle()
  expect(studio(storage, '', 'dark').current()).toBe('light')
})

test('the address wins until a person switches, and is not what is remembered', () => {
  const storage = memory()
  const theme = studio(storage, '?theme=dark')
  expect(theme.current()).toBe('dark')
  expect(studio(storage).current()).toBe('light')
  const heard: Theme[] = []
  theme.onChange((next) => void heard.push(next), new AbortController().signal)
  theme.toggle()
  expect(heard).toEqual(['light'])
  expect(studio(storage, '', 'dark').current()).toBe('light')
})

test('storage that throws, or that holds nonsense, costs nothing but the memory', () => {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError')
  }
  const theme = studio({ getItem: refuse, setItem: refuse })
  theme.toggle()
  expect(theme.current()).toBe('dark')
  expect(studio({ getItem: () => '"mauve"', setItem: refuse }).current()).toBe('light')
})
