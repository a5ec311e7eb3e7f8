/** Entry of the toolbar button's popup: connects the view to the browser's permissions and to the tab it stands on. */
import { render } from 'preact'
import browser from 'webextension-polyfill'
import { patternOf, watchOf } from '../protocol/origins.ts'
import { SYNC } from '../protocol/switchboard.ts'
import { PopupView } from './popup-view.tsx'

const root = document.getElementById('popup') as HTMLElement
const ours = browser.runtime.getManifest().host_permissions ?? []
const params = new URLSearchParams(location.search)

async function originHere(): Promise<string> {
  // As a plain page, for a person or a test that names the origin itself.
  const named = params.get('origin')
  if (named !== null) return named
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return URL.parse(tab?.url ?? '')?.origin ?? ''
}

const holds = (pattern: string) => browser.permissions.contains({ origins: [pattern] })
let failure: string | undefined

async function show(): Promise<void> {
  const origin = await originHere()
  const watch = await watchOf(origin, ours, holds)
  const granted = (await browser.permissions.getAll()).origins ?? []
  const pattern = patternOf(origin)
  render(
    <PopupView
      watch={watch}
      local={ours.filter((each) => granted.includes(each))}
      added={granted.filter((each) => !ours.includes(each))}
      failure={failure}
      onWatch={() => {
        // First thing in the click, with no await before it, or the browser refuses to ask (design section 4).
        const asked = browser.permissions.request({ origins: [pattern ?? origin] })
        void settle(asked, 'The browser did not allow it. Nothing is watched that was not before.')
      }}
      onForget={(each) =>
        void settle(browser.permissions.remove({ origins: [each] }), `The browser keeps ${each}.`)
      }
    />,
    root,
  )
}

async function settle(asked: Promise<boolean>, refused: string): Promise<void> {
  try {
    failure = (await asked) ? undefined : refused
    await browser.runtime.sendMessage(SYNC)
  } catch (error) {
    failure = (error as Error).message
  }
  await show()
}

void show()
