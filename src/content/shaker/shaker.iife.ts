/** Entry of the shaker: brought into the page's world when a panel first wants to shake. */
import { startShaker } from './shaker.ts'

startShaker(window)
