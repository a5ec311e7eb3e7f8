/** Recordings of any length, made as they are written: the same exchanges over and over, in one document that goes on. */
import { session } from '../core/compare-session.ts'
import { recordingOf } from './command-line.ts'

/** `times` a session of some 2 MB; payloads are 4 kB longer than they were. */
export function* longRecording(times: number): Generator<string> {
  const text = recordingOf(session(3, { searches: 200 })).trimEnd()
  const [header = '', ...lines] = text.split('\n')
  yield `${header.replace(/"facts":\d+/, `"facts":${lines.length * times}`)}\n`
  const facts = lines.map((line) => JSON.parse(line))
  const span = facts.at(-1).fact.at + 1000
  for (let turn = 0; turn < times; turn++)
    yield facts
      .map(({ fact, ...sighting }) => {
        const body = fact.body ? { body: { ...fact.body, text: fact.body.text + ' '.repeat(4000) } } : {}
        const ids = Object.fromEntries(
          ['request', 'call', 'dispatch', 'frame'].flatMap((key) =>
            typeof fact[key] === 'number' ? [[key, fact[key] + turn * 10_000]] : [],
          ),
        )
        const stamp = { seq: fact.seq + turn * facts.length, at: fact.at + turn * span }
        return `${JSON.stringify({ ...sighting, fact: { ...fact, ...body, ...ids, ...stamp } })}\n`
      })
      .join('')
}
