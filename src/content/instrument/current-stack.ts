/** Who is calling, as the engine tells it. */
import { PristineError } from './pristine.ts'

/** Nothing where V8 would ask the page to write it. Gecko asks whoever has replaced the accessor of every error's stack, and nobody has. */
export const currentStack = (): string =>
  'prepareStackTrace' in (PristineError as object) ? '' : (new PristineError().stack as string)
