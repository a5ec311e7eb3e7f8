/** The demo in a process of its own, so that who drives the browser does not slow it: says its address, and hears how slow to be. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDemo } from '../demo/server.ts'
import { Dice } from '../test/core/compare-session.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'djust-comparisons-'))
const dice = new Dice(Number(process.argv[2]))
let times = 1
const demo = await startDemo({
  port: 0,
  dataDir,
  studioDir: join(import.meta.dirname, '../dist/studio'),
  serving: () => times * dice.between(20, 40),
  messageRate: { rate: 1000, burst: 1000 },
})
process.on('message', (asked: number) => {
  times = asked
  process.send?.('paced')
})
process.on('disconnect', async () => {
  await demo.close()
  rmSync(dataDir, { recursive: true, force: true })
})
process.send?.(demo.url)
