/** Puts a text on the clipboard, also where a panel's frame may not use the clipboard API. */
import type { Confirmation } from '../store/confirmation.ts'

/** `what` completes “Copied …”. */
export async function copyText(
  text: string,
  what: string,
  confirmation: Pick<Confirmation, 'say'>,
): Promise<void> {
  confirmation.say((await write(text)) ? `Copied ${what}` : 'The browser did not let us copy.')
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.style.position = 'fixed'
    area.style.opacity = '0'
    const focused = document.activeElement
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
    return done
  }
}
