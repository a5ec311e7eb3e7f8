/** The keys of a tree: up and down through what is drawn, right opens, left closes or goes to the parent. */

/** Whether a key opens a closed branch, or closes an open one. */
export function togglesBranch(key: string, isOpen: boolean): boolean {
  return key === 'Enter' || key === ' ' || key === (isOpen ? 'ArrowLeft' : 'ArrowRight')
}

/** Moves the focus for keys that did not open or close the item that has it. */
export function moveInTree(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const { target, key, currentTarget: tree } = event
  if (!(target instanceof HTMLElement) || target.getAttribute('role') !== 'treeitem') return
  const items = [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')]
  const at = items.indexOf(target)
  const go = (item: HTMLElement | null | undefined) => {
    if (!item) return
    target.tabIndex = -1
    item.tabIndex = 0
    item.focus()
  }
  switch (key) {
    case 'ArrowDown':
      go(items[at + 1])
      break
    case 'ArrowUp':
      go(items[at - 1])
      break
    case 'Home':
      go(items[0])
      break
    case 'End':
      go(items.at(-1))
      break
    case 'ArrowRight':
      if (target.hasAttribute('aria-expanded')) go(items[at + 1])
      break
    case 'ArrowLeft':
      go(target.parentElement?.closest<HTMLElement>('[role=treeitem]'))
      break
    default:
      return
  }
  event.preventDefault()
}
