/** Three rings of tests: `unit` (everything that needs no built extension), `e2e` (built things, in real browsers), `djust` (the same on the real djust). */
import { defineConfig } from 'vitest/config'
import { jsx } from './vite.config.ts'

export default defineConfig({
  test: {
    // What failed is told by the first line of why: of a comparison, it must say what was found.
    chaiConfig: { truncateThreshold: 2000 },
    projects: [
      {
        oxc: jsx,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,house}/*.e2e.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'djust',
          include: ['test/djust/*.djust.ts'],
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
