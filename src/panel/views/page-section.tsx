/** What a person can do with an exchange in its page: see it there, reveal it, send it again. */
import '../css/resend.css'
import type { Exchange } from '../../core/exchange.ts'
import type { Store } from '../store/store.ts'
import { OnPage } from './on-page.tsx'
import { ResendButtons } from './resend-buttons.tsx'
import { Reveal } from './reveal.tsx'

export function PageSection({ store, row }: { store: Store; row: Exchange }) {
  return (
    <>
      <OnPage store={store} row={row} />
      <Reveal store={store} row={row} />
      <ResendButtons store={store} row={row} />
    </>
  )
}
