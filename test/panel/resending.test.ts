/** Sending again and again, while the page goes. */
import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createLog } from '../../src/core/log.ts'
import { createResending } from '../../src/panel/store/resending.ts'
import type { Sending } from '../../src/protocol/reach.ts'

const sending: Sending = { by: 'djust.handleEvent', name: 'add', body: '{}' }

test('what was begun in one page does not go on in the next', async () => {
  const documents = signal(new Map([[0, 'first']]))
  const sentTo: (string | undefined)[] = []
  const resend = async (frame: number) => {
    sentTo.push(documents.peek().get(frame))
    if (sentTo.length === 2) documents.value = new Map([[0, 'second']])
    return { ok: true, value: { end: 'ok', from: 0, to: 1, took: 1 } } as const
  }
  const resending = createResending({ reach: { resend }, log: signal(createLog()), documents, patience: 1 })
  await resending.run(sending, 0, 5, new AbortController().signal)
  expect(sentTo).toEqual(['first', 'first'])
  expect(resending.attempts.value.at(-1)).toEqual({
    end: 'lost',
    says: 'The page was left before all were sent.',
  })
})
