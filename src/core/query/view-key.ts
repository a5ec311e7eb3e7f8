/** `view:shop.*`: the live view or api slug; `view:""` where the wire did not say. */
import { patternKey } from './pattern-key.ts'

export const viewKey = patternKey('view', 'the View column; * for anything', (row) => [row.view])
