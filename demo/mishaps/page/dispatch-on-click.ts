/** A button that a script listens to, which dispatches what the button names. */

import { djust } from '../../tags/page/djust.ts'

export function bindDispatch(button: HTMLButtonElement): void {
  button.addEventListener('click', () => void djust().dispatch(button.dataset['dispatches'] ?? '', {}))
}
