/** What every page pays for the instrument is bounded (design section 6). */
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildInstrument } from './lab.ts'

test('the built instrument is one classic script below 10 kB gz', async () => {
  const code = await buildInstrument()
  expect(code).not.toMatch(/\bimport\b|\bexport\b/)
  expect(gzipSync(code).length).toBeLessThan(10_240)
}, 30_000)
