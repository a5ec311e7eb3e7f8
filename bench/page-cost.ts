/** What an observer costs the page: awaited dispatches and calls of the real djust with it and without it, by turns. */
import { type Django, startDjango } from '../scripts/demo-django.ts'
import { launch } from '../test/browsers/launch.ts'
import { startChromium } from '../test/browsers/plain-chromium.ts'
import { type Figure, upperEnd } from './figure.ts'

/** Of one page, in ms each; measured in the page, by its own clock. */
interface Block {
  dispatch: number
  call: number
}

interface Contender {
  name: 'without' | 'panel closed' | 'panel open' | 'debug panel' | 'debug panel left out'
  block(): Promise<Block>
}

const PAGE = '/zoo/twice/'
const AT_ONCE = 40
const ROUNDS = { least: 10, most: 120 }
/** An interval wider than this is nothing to go by. */
const WIDEST = 0.03

const LIMITS: readonly { of: Contender['name']; dispatch: number; call: number }[] = [
  { of: 'panel closed', dispatch: 1.05, call: 1.03 },
  { of: 'panel open', dispatch: 1.1, call: 1.03 },
]

export async function measurePageCost(rounds = ROUNDS.most): Promise<Figure[]> {
  await using stack = new AsyncDisposableStack()
  const serve = async (debug: boolean) => {
    const django = await startDjango({ debug, isUnlimited: true })
    stack.defer(() => django.stop())
    return django
  }
  const contenders = [
    ...(await ofTheExtension(await serve(false), stack)),
    ...(await ofTheDebugPanel(await serve(true), stack)),
  ]
  const measured = new Map<Contender['name'], Block[]>(contenders.map(({ name }) => [name, []]))
  // What is compiled and cached only once is nobody's cost.
  for (const { block } of contenders) await block()
  const ratios = (of: Contender['name'], to: Contender['name'], what: keyof Block) =>
    (measured.get(of) ?? []).map((each, at) => each[what] / (measured.get(to)?.[at]?.[what] ?? Number.NaN))
  const isEnough = () =>
    LIMITS.every(({ of }) =>
      (['dispatch', 'call'] as const).every(
        (what) => 2 * upperEnd(ratios(of, 'without', what)).half <= WIDEST,
      ),
    )
  for (let round = 0; round < rounds && (round < ROUNDS.least || !isEnough()); round++)
    for (const { name, block } of round % 2 ? contenders : contenders.toReversed())
      measured.get(name)?.push(await block())

  const told = (of: Contender['name'], to: Contender['name'], what: keyof Block, limit?: number): Figure => {
    const all = ratios(of, to, what)
    const { upper, half } = upperEnd(all)
    const isWide = limit !== undefined && 2 * half > WIDEST
    const mean = (name: Contender['name']) => meanOf((measured.get(name) ?? []).map((each) => each[what]))
    return {
      what: `an awaited ${what}, ${of} / ${to}`,
      ...(limit === undefined ? {} : { limit }),
      measured: isWide ? Number.NaN : upper,
      unit: '×',
      how: [
        isWide ? `NOT MEASURED, the interval is ${(200 * half).toFixed(1)} points wide` : '',
        `upper end of 95 %, ${all.length} pairs of ${AT_ONCE} by turns`,
        `mean ×${(upper - half).toFixed(3)}`,
        `${mean(of).toFixed(2)} against ${mean(to).toFixed(2)} ms`,
      ]
        .filter(Boolean)
        .join('; '),
    }
  }
  return [
    ...LIMITS.flatMap(({ of, dispatch, call }) => [
      told(of, 'without', 'dispatch', dispatch),
      told(of, 'without', 'call', call),
    ]),
    told('debug panel', 'debug panel left out', 'dispatch'),
    told('debug panel', 'debug panel left out', 'call'),
  ]
}

async function ofTheExtension({ url }: Django, stack: AsyncDisposableStack): Promise<Contender[]> {
  const contenders: Contender[] = []
  for (const name of ['without', 'panel closed', 'panel open'] as const) {
    const browser = await launch('chromium', { extension: name !== 'without' })
    stack.defer(() => browser.close())
    const tab = await browser.openTab()
    await tab.goto(`${url}${PAGE}`)
    if (name === 'panel open') await tab.openPanel()
    await tab.waitFor(isMounted)
    contenders.push({ name, block: () => tab.evaluate(runBlock, AT_ONCE) })
  }
  return contenders
}

async function ofTheDebugPanel({ url }: Django, stack: AsyncDisposableStack): Promise<Contender[]> {
  const contenders: Contender[] = []
  for (const name of ['debug panel', 'debug panel left out'] as const) {
    const browser = await startChromium()
    stack.defer(() => browser.close())
    const page = await browser.newPage()
    if (name === 'debug panel left out') await page.route('**/debug-panel*', (route) => route.abort())
    await page.goto(`${url}${PAGE}`)
    await page.waitForFunction(isMounted)
    if ((await page.evaluate(hasDebugPanel)) !== (name === 'debug panel'))
      throw new Error(`${name}: djust's debug panel is not what it should be`)
    contenders.push({ name, block: () => page.evaluate(runBlock, AT_ONCE) })
  }
  return contenders
}

const isMounted = () =>
  (Reflect.get(globalThis, 'djust') as { liveViewInstance?: { viewMounted?: boolean } } | undefined)
    ?.liveViewInstance?.viewMounted === true

const hasDebugPanel = () => Reflect.get(globalThis, 'djustDebugPanel') !== undefined

/** Runs in the page. */
async function runBlock(times: number): Promise<Block> {
  const djust = Reflect.get(globalThis, 'djust') as {
    handleEvent(name: string, params: object): Promise<unknown>
    call(view: string, name: string, params: object): Promise<unknown>
  }
  const mean = async (act: () => Promise<unknown>) => {
    const began = performance.now()
    for (let turn = 0; turn < times; turn++) await act()
    return (performance.now() - began) / times
  }
  return {
    dispatch: await mean(() => djust.handleEvent('tell', {})),
    call: await mean(() => djust.call('zoo.twice', 'ask', {})),
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length
}
