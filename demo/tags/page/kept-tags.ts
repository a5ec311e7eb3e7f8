/** Keeps the selected tags while the connection is gone: a server that was restarted has forgotten them. */

interface Djust {
  dispatch(event: string, params: Record<string, unknown>): Promise<unknown>
}

interface Chip {
  id: number
  name: string
}

/** Returns what selects again, in order, whatever the page no longer shows. */
export function keepTags(): () => Promise<void> {
  const [before, created] = [selected(), lastCreated()]
  return async () => {
    // An issue that was created meanwhile took its tags along.
    if (lastCreated() !== created) return
    const still = new Set(selected().map(({ id }) => id))
    const { djust } = window as Window & { djust?: Djust }
    for (const { id, name } of before) if (!still.has(id)) await djust?.dispatch('add_tag', { id, name })
  }
}

function selected(): Chip[] {
  return [...document.querySelectorAll('.chips li')].map((chip) => ({
    id: Number(chip.getAttribute('dj-key')),
    name: chip.firstChild?.textContent ?? '',
  }))
}

function lastCreated(): string {
  return document.querySelector('.created')?.textContent ?? ''
}
