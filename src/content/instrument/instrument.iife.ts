/** Entry of the page world: meets the relay and starts, or leaves a document alone that is already under way. */
import { isFresh, meetRelay } from './private-line.ts'
import { startInstrument } from './start-instrument.ts'

if (isFresh()) startInstrument(meetRelay())
