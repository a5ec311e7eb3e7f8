/** Opens a file that a person chose or dropped. */
import type { Notices } from '../store/notices.ts'
import type { Recordings } from '../store/recordings.ts'

export async function openFile(file: File, recordings: Recordings, notices: Notices): Promise<void> {
  try {
    recordings.open(file.name, await file.text())
  } catch (error) {
    notices.say(`“${file.name}” could not be read: ${(error as Error).message}`)
  }
}
