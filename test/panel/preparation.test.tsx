// @vitest-environment happy-dom
import { signal } from '@preact/signals'
import { act } from '@testing-library/preact'
import { render } from 'preact'
import { expect, test, vi } from 'vitest'
import { createLog } from '../../src/core/log.ts'
import type { ExportFormat } from '../../src/panel/store/export-formats.ts'
import type { Store } from '../../src/panel/store/store.ts'
import { type Preparation, usePreparation } from '../../src/panel/views/use-preparation.ts'

test('what is cancelled in its first frame never begins', async () => {
  const write = vi.fn()
  const format = { extension: 'csv', mime: 'text/csv', write } as unknown as ExportFormat
  const store = { log: signal(createLog()), recordings: {} } as unknown as Store
  const seen: Preparation[] = []
  const rows = () => undefined
  function Dialog() {
    seen.push(usePreparation(store, format, rows, 'first'))
    return null
  }
  await act(async () => {
    render(<Dialog />, document.body)
    // Drawn; what is to follow the drawing has not come yet.
    const [first] = seen
    if (first?.state === 'preparing') first.cancel()
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  expect(seen.at(-1)).toEqual({ state: 'cancelled' })
  expect(write).not.toHaveBeenCalled()
})
