/** The newest rows of a kind, as many as completing looks at: a log may hold many more. */
import type { Exchange } from '../../core/exchange.ts'

const MOST = 3_000

/** In the order of `rows`, newest last. */
export function newestOf(
  rows: readonly Exchange[],
  test: (row: Exchange) => boolean,
  most = MOST,
): readonly Exchange[] {
  const newest: Exchange[] = []
  for (let place = rows.length - 1; place >= 0 && newest.length < most; place--) {
    const row = rows[place]
    if (row && test(row)) newest.push(row)
  }
  return newest.reverse()
}
