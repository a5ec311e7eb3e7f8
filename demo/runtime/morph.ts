/** Makes the view's DOM what whole HTML says, touching only what differs. */

import { Idiomorph } from 'idiomorph'
import { RAN } from './run-scripts.ts'
import { isField, isTyped } from './typed-value.ts'

export function morph(root: Element, html: string): void {
  Idiomorph.morph(root, html, {
    morphStyle: 'innerHTML',
    restoreFocus: true,
    callbacks: {
      beforeNodeMorphed: (from) => {
        if (!(from instanceof Element)) return true
        return from.getAttribute('dj-update') !== 'ignore'
      },
      beforeAttributeUpdated: (name, element) =>
        name !== RAN && !(name === 'value' && isField(element) && isTyped(element)),
    },
  })
}
