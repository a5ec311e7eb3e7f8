/** The items of a menu, in groups. */
import { Fragment } from 'preact'

export interface MenuItem {
  title: string
  /** A few quiet words beside the title. */
  note?: string
  /** A sentence for whoever points at it. */
  says?: string
  /** It is switched on and off, and the menu stays for the next; `mixed` is on without effect. */
  checked?: boolean | 'mixed'
  /** A sentence: why it cannot be chosen. It is shown all the same, and does nothing. */
  why?: string
  run: () => void
}

export interface MenuGroup {
  title?: string
  items: readonly MenuItem[]
}

export interface MenuItemsProps {
  groups: readonly MenuGroup[]
  onChoose: (item: MenuItem) => void
}

export function MenuItems({ groups, onChoose }: MenuItemsProps) {
  return groups.map(({ title, items }, index) => (
    <Fragment key={index}>
      {index > 0 && <hr />}
      <div role="group" {...(title === undefined ? {} : { 'aria-label': title })}>
        {title !== undefined && (
          <div class="title" aria-hidden="true">
            {title}
          </div>
        )}
        {items.map((item) => (
          <Item key={item.title} item={item} onChoose={onChoose} />
        ))}
      </div>
    </Fragment>
  ))
}

function Item({ item, onChoose }: { item: MenuItem; onChoose: (item: MenuItem) => void }) {
  const { title, note, says, checked, why } = item
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
      tabIndex={-1}
      title={says}
      {...(checked === undefined ? {} : { 'aria-checked': checked })}
      {...(why === undefined ? {} : { 'aria-disabled': true })}
      onClick={() => onChoose(item)}
      onPointerMove={({ currentTarget }) => {
        if (document.activeElement !== currentTarget) currentTarget.focus({ preventScroll: true })
      }}
    >
      {title}
      {note !== undefined && <span class="quiet"> · {note}</span>}
      {why !== undefined && <span class="why"> {why}</span>}
    </button>
  )
}
