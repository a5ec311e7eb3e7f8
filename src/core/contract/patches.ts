/** `patches: at most 4`: in the answers to one exchange. */
import { atMost } from './at-most.ts'

export const patches = atMost('patches', (row) => row.patches)
