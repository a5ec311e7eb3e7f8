/** How long a fact takes to be a row on screen while a thousand come each second, against the arrival of letters of as many bytes. */
import type { Figure } from './figure.ts'
import type { Extended } from './raw-line/extended.ts'

/** ms between ten facts: 1,000 a second, for so long. */
const [BEAT, LASTING] = [10, 4000]
const FRAME = 1000 / 60

interface Beat {
  /** ms. */
  every: number
  lasting: number
  isRaw: boolean
}

export async function measureAppearing(ours: Extended, raw: Extended): Promise<Figure> {
  const mine = await appearing(ours)
  const theirs = await arriving(raw)
  const p95 = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? Number.NaN
  const p50 = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.5)] ?? Number.NaN
  return {
    what: 'fact → row on screen at 1,000/s, p95 beyond that of the raw line',
    limit: FRAME,
    measured: p95(mine) - p95(theirs),
    unit: 'ms',
    how: `${mine.length} rows p50 ${p50(mine).toFixed(1)} p95 ${p95(mine).toFixed(1)} ms; ${theirs.length} letters p50 ${p50(theirs).toFixed(1)} p95 ${p95(theirs).toFixed(1)} ms`,
  }
}

async function appearing({ page, panel }: Extended): Promise<number[]> {
  if (!panel) throw new Error('nobody to hear it')
  await panel.bringToFront()
  await panel.locator('[role=grid]').evaluate((grid) => grid.scrollTo(0, grid.scrollHeight))
  const seen = panel.evaluate(async (lasting) => {
    const found = new Map<string, number>()
    const end = performance.now() + lasting + 1000
    while (performance.now() < end) {
      // What stands in the document when a frame is made is to be seen with it.
      const frame = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      for (const row of document.querySelectorAll<HTMLElement>('[role=row][data-name^="n"]')) {
        const name = row.dataset['name'] ?? ''
        if (!found.has(name)) found.set(name, performance.timeOrigin + frame)
      }
    }
    return [...found]
  }, LASTING)
  const sent = new Map(await page.evaluate(beat, { every: BEAT, lasting: LASTING, isRaw: false }))
  return (await seen).flatMap(([name, at]) => {
    const from = sent.get(name)
    return from === undefined ? [] : [at - from]
  })
}

async function arriving({ page, panel }: Extended): Promise<number[]> {
  if (!panel) throw new Error('nobody to hear it')
  await panel.evaluate(() => Object.assign(window, { letters: [] }))
  const sent = await page.evaluate(beat, { every: BEAT, lasting: LASTING, isRaw: true })
  await panel.waitForFunction(
    (count) => (window as unknown as { letters: object[] }).letters.length >= count,
    sent.length,
  )
  const letters = await panel.evaluate(() => (window as unknown as { letters: { at: number }[] }).letters)
  return sent.map(([, at], number) => (letters[number]?.at ?? Number.NaN) - at)
}

/** Runs in the page: ten facts each beat, each under a name of its own; raw, one letter of as many bytes. Answers names and moments, epoch ms. */
async function beat({ every, lasting, isRaw }: Beat): Promise<[string, number][]> {
  const { live } = window as unknown as { live: WebSocket }
  const sent: [string, number][] = []
  const now = () => performance.timeOrigin + performance.now()
  const began = performance.now()
  for (let turn = 0; turn * every < lasting; turn++) {
    await new Promise((resolve) => setTimeout(resolve, began + turn * every - performance.now()))
    if (isRaw) {
      sent.push(['', now()])
      document.dispatchEvent(new CustomEvent('raw', { detail: 'x'.repeat(3000) }))
    } else
      for (let each = 0; each < 10; each++) {
        const name = `n${turn * 10 + each}`
        sent.push([name, now()])
        live.send(
          `{"type":"event","event":"${name}","params":{"name":"${'x'.repeat(90)}"},"ref":${turn * 10 + each}}`,
        )
      }
  }
  return sent
}
