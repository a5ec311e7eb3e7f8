/** `nodes: at most 12`: touched in the DOM because of one exchange, where that was measured. */
import { atMost } from './at-most.ts'

export const nodes = atMost('nodes', (row) => row.dom?.nodes)
