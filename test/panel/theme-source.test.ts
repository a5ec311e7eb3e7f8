import { expect, test } from 'vitest'
import { devtoolsTheme, systemTheme, themeNamed } from '../../src/panel/theme-source.ts'

const never = new AbortController().signal

test("Chrome's theme is read and followed through its handler", () => {
  let tell: ((name: string) => void) | undefined
  const source = devtoolsTheme({
    themeName: 'default',
    setThemeChangeHandler: (hear) => {
      tell = hear
    },
  })
  const heard: string[] = []
  expect(source.current()).toBe('light')
  source.onChange((theme) => heard.push(theme), never)
  tell?.('dark')
  tell?.('default')
  expect(heard).toEqual(['dark', 'light'])
})

test("Firefox's theme is read and followed through its event, until it is stopped", () => {
  let tell: ((name: string) => void) | undefined
  const source = devtoolsTheme({
    themeName: 'dark',
    onThemeChanged: {
      addListener: (hear) => {
        tell = hear
      },
    },
  })
  const heard: string[] = []
  const stop = new AbortController()
  expect(source.current()).toBe('dark')
  source.onChange((theme) => heard.push(theme), stop.signal)
  tell?.('light')
  stop.abort()
  tell?.('dark')
  expect(heard).toEqual(['light'])
})

test('without DevTools the system decides', () => {
  const query = Object.assign(new EventTarget(), { matches: true })
  const source = systemTheme({ matchMedia: () => query as unknown as MediaQueryList })
  const heard: string[] = []
  expect(source.current()).toBe('dark')
  source.onChange((theme) => heard.push(theme), never)
  query.dispatchEvent(Object.assign(new Event('change'), { matches: false }))
  expect(heard).toEqual(['light'])
})

test('the address wins, and only with a theme there is', () => {
  expect(themeNamed('?theme=dark')?.current()).toBe('dark')
  expect(themeNamed('?theme=pink')).toBeUndefined()
  expect(themeNamed('')).toBeUndefined()
})
