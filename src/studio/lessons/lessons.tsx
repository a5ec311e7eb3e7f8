/** Entry of the list of lessons. */
import { render } from 'preact'
import { localStorageOrNothing } from '../../panel/local-storage.ts'
import { DEFAULT_SEED, seedIn } from './address.ts'
import { dress } from './dress.ts'
import { createKeptProgress } from './kept-progress.ts'
import { LessonList } from './lesson-list.tsx'

dress()
const root = document.getElementById('lessons')
const kept = createKeptProgress(localStorageOrNothing())
if (root) render(<LessonList kept={kept} seed={seedIn(location.search) ?? DEFAULT_SEED} />, root)
