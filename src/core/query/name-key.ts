/** `name:add_*`: the function, the event or the frame's type, as the Name column has it. */
import { patternKey } from './pattern-key.ts'

export const nameKey = patternKey('name', 'the Name column; * for anything', (row) => [row.name])
