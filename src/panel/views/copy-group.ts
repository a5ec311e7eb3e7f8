/** The part of a menu that copies an exchange, in every format; those that do not suit it say why. */
import { contextOf } from '../../core/copy/context-of.ts'
import { COPY_FORMATS } from '../../core/copy/copy-formats.ts'
import type { Exchange } from '../../core/exchange.ts'
import type { Store } from '../store/store.ts'
import { copyText } from './copy-text.ts'
import type { MenuGroup } from './menu-items.tsx'

export function copyGroup(
  { log, confirmation }: Pick<Store, 'log' | 'confirmation'>,
  row: Exchange,
): MenuGroup {
  return {
    title: 'Copy as',
    items: COPY_FORMATS.map((format) => {
      const suits = format.suits(row)
      return {
        title: format.title,
        ...(suits.ok ? {} : { why: suits.says }),
        run: () =>
          void copyText(format.write(row, contextOf(log.value, row)), `as ${format.title}`, confirmation),
      }
    }),
  }
}
