/** `npm start`: builds the studio if its sources are newer, and serves it with the demo. */
import { join } from 'node:path'
import { DemoError, startDemo } from '../demo/server.ts'
import { buildStudioIfStale } from './build.ts'
import { LessonError } from './lessons.ts'

const root = join(import.meta.dirname, '..')

try {
  const port = readPort(process.env['PORT'])
  await buildStudioIfStale()
  const demo = await startDemo({
    port,
    ...(process.env['HOST'] ? { host: process.env['HOST'] } : {}),
    dataDir: process.env['DJUST_DEMO_DATA'] || join(root, '.data'),
    studioDir: join(root, 'dist/studio'),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void demo.close().then(() => process.exit(0)))
  if (demo.urlsForOthers.length > 0) console.log(warning(demo.urlsForOthers))
  console.log(`djust studio: ${demo.url}\nStop it with Ctrl+C.`)
} catch (error) {
  if (!(error instanceof DemoError || error instanceof LessonError)) throw error
  console.error(`\n${error.message}\n`)
  process.exit(1)
}

/** Unset and empty mean the same, as shells leave it. */
function readPort(text: string | undefined): number {
  const port = Number(text || 4400)
  if (/^\d*$/.test(text ?? '') && port <= 65_535) return port
  throw new DemoError(
    `PORT=${text} is no port. Use a whole number from 0 to 65535, for example PORT=4500 npm start.`,
  )
}

function warning(urls: readonly string[]): string {
  return [
    '',
    'WARNING: HOST opens this demo to your network. Whoever reaches one of these addresses can use it:',
    ...urls.map((url) => `  ${url}`),
    'There are no passwords, and nothing is encrypted. Each visitor has a database of their own.',
    'Without HOST only this machine can reach it.',
    '',
  ].join('\n')
}
