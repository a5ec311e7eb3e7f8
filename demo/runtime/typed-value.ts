/** Keeps what a person typed: only the server's own change of a value may replace it, and never under the caret. */

type Field = HTMLInputElement | HTMLTextAreaElement

export function isField(node: Node | null): node is Field {
  return node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement
}

/** Whether the field shows something else than the server last gave it, or is being typed in. */
export function isTyped(field: Field): boolean {
  return field === document.activeElement || field.value !== field.defaultValue
}

/** A patch gave the field a new value. */
export function showValue(field: Field, value: string): void {
  if (field !== document.activeElement) field.value = value
}
