/** Every key of the filter, in the order in which they are offered. */
import { frameKey } from './frame-key.ts'
import { isKey } from './is-key.ts'
import type { Key, PathKey } from './key.ts'
import { kindKey } from './kind-key.ts'
import { largerThanKey } from './larger-than-key.ts'
import { nameKey } from './name-key.ts'
import { paramKey } from './param-key.ts'
import { patchesKey } from './patches-key.ts'
import { resultKey } from './result-key.ts'
import { slowerThanKey } from './slower-than-key.ts'
import { statusKey } from './status-key.ts'
import { transportKey } from './transport-key.ts'
import { triggerKey } from './trigger-key.ts'
import { viewKey } from './view-key.ts'

export const KEYS: readonly Key[] = [
  kindKey,
  isKey,
  nameKey,
  viewKey,
  statusKey,
  slowerThanKey,
  largerThanKey,
  patchesKey,
  triggerKey,
  frameKey,
  transportKey,
]

export const PATH_KEYS: readonly PathKey[] = [paramKey, resultKey]
