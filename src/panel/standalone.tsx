/** Entry of an exported page: shows the recording that stands in it, joined to nothing. */
import './css/page.css'
import { mountPanel } from './mount-panel.tsx'

const panel = document.getElementById('panel') as HTMLElement
const text = document.getElementById('recording')?.textContent ?? ''

/** This very page as it was before anything was shown in it, so that it can be exported again with no network. */
const clean = document.documentElement.cloneNode(true) as HTMLElement
clean.querySelector('#recording')?.replaceChildren()

mountPanel(panel, {
  line: undefined,
  template: async () => `<!doctype html>\n${clean.outerHTML}\n`,
  ...(text === '' ? {} : { opened: { name: fileName(), text } }),
})

/** As the file is called now. */
function fileName(): string {
  const name = location.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
