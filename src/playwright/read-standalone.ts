/** The page that shows a recording, as it lies beside the built program. */
import { readFile } from 'node:fs/promises'

/** Beside the built program; and, where this runs as it was written, where the build puts it. */
const PLACES = ['./standalone.html', '../../dist/package/standalone.html']

/** @throws Error when it has not been built. */
export async function readStandalone(): Promise<string> {
  for (const place of PLACES) {
    const page = await readFile(new URL(place, import.meta.url), 'utf8').catch(() => undefined)
    if (page !== undefined) return page
  }
  throw new Error('The page that shows recordings is not built. Run: npm run build')
}
