/** Runs in the page before any script of it: the instrument and its measures, which write to a list instead of a panel. */
import { createMeasures, hearFrames } from '../../src/content/collateral/measure.ts'
import type { Ears } from '../../src/content/instrument/page-line.ts'
import { startInstrument } from '../../src/content/instrument/start-instrument.ts'

const letters: string[] = []
Object.defineProperty(window, 'recordedLetters', { value: letters })

let ears: Ears | undefined
const measures = createMeasures({ tell: (fact) => ears?.measured(JSON.stringify(fact)) })
startInstrument(
  {
    post: (letter) => letters.push(letter),
    sighted: () => {},
    tellFrame: (frame) => hearFrames(measures, frame),
    listen: (heard) => {
      ears = heard
    },
  },
  true,
)

/** The longest that the page was kept from a timer, ms: a machine that starves makes every mistake look like slowness. */
const pace = { longest: 0 }
Object.defineProperty(window, 'recordedPace', { value: pace })
let last = performance.now()
setInterval(() => {
  pace.longest = Math.max(pace.longest, performance.now() - last)
  last = performance.now()
}, 20)

ears?.joined()
ears?.command(JSON.stringify({ v: 1, kind: 'command', command: { type: 'replay', after: -1 } }))
