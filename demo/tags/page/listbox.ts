/** The list of suggestions under an input: shows options, follows the arrow keys, says which one was picked. */

export interface Option {
  id: number
  name: string
}

export class Listbox {
  readonly #input: HTMLInputElement
  readonly #list: HTMLElement
  #options: readonly Option[] = []
  #active = -1

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input
    this.#list = list
  }

  get active(): Option | null {
    return this.#options[this.#active] ?? null
  }

  get isOpen(): boolean {
    return !this.#list.hidden
  }

  show(options: readonly Option[]): void {
    this.#options = options
    this.#list.replaceChildren(...options.map((option, index) => this.#item(option, index)))
    this.#list.hidden = options.length === 0
    this.#input.setAttribute('aria-expanded', String(options.length > 0))
    this.#activate(-1)
  }

  close(): void {
    this.show([])
  }

  /** Goes round: past the last option comes the first. */
  step(by: 1 | -1): void {
    const count = this.#options.length
    if (count === 0) return
    const from = this.#active < 0 && by < 0 ? 0 : this.#active
    this.#activate((from + by + count) % count)
  }

  optionAt(target: EventTarget | null): Option | null {
    const item = target instanceof Element ? target.closest('[role="option"]') : null
    const index = item && this.#list.contains(item) ? [...this.#list.children].indexOf(item) : -1
    return this.#options[index] ?? null
  }

  #item(option: Option, index: number): HTMLElement {
    const item = document.createElement('li')
    item.id = `tag-option-${index}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.textContent = option.name
    return item
  }

  #activate(index: number): void {
    this.#active = index
    for (const [at, item] of [...this.#list.children].entries()) {
      item.setAttribute('aria-selected', String(at === index))
      if (at === index) item.scrollIntoView({ block: 'nearest' })
    }
    if (index < 0) this.#input.removeAttribute('aria-activedescendant')
    else this.#input.setAttribute('aria-activedescendant', `tag-option-${index}`)
  }
}
