/** The list that completes the filter: when it is open, which of it is active, and what the keys do. */
import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useState } from 'preact/hooks'
import type { Exchange } from '../../core/exchange.ts'
import type { Candidate, Completion } from '../../core/query/complete.ts'
import { fetchGrammar, grammar } from '../store/fetch-grammar.ts'

export interface OpenList {
  completion: Completion
  /** Which of the candidates the keys would take; -1 for none. */
  active: number
}

export function useCompletion(
  input: RefObject<HTMLInputElement | null>,
  text: Signal<string>,
  /** Those to complete from; asked for when they are needed. */
  rowsOf: () => readonly Exchange[],
) {
  const [list, setList] = useState<OpenList>()
  const close = () => setList(undefined)

  /** `active` counts from the end when it is negative. By default the first, once something of it was typed. */
  function suggest(active?: number): void {
    const read = grammar.peek()
    if (read === 'failed') return
    if (!read) {
      void fetchGrammar().then(() => suggest(active))
      return
    }
    const { value = '', selectionStart } = input.current ?? {}
    const completion = read.complete(value, selectionStart ?? value.length, rowsOf())
    const count = completion.candidates.length
    const first = completion.typed === '' ? -1 : 0
    setList(
      count === 0
        ? undefined
        : { completion, active: active === undefined ? first : (active + count) % count },
    )
  }

  function take({ text: taken }: Candidate): void {
    if (!list || !input.current) return
    const { from, to } = list.completion
    const { value } = input.current
    text.value = value.slice(0, from) + taken + value.slice(to)
    input.current.value = text.value
    input.current.focus()
    input.current.setSelectionRange(from + taken.length, from + taken.length)
    if (/[:.]$/.test(taken)) suggest()
    else close()
  }

  function move(step: 1 | -1): void {
    if (!list) {
      suggest(step === 1 ? 0 : -1)
      return
    }
    const { candidates } = list.completion
    const from = list.active < 0 && step === -1 ? 0 : list.active
    setList({ ...list, active: (from + step + candidates.length) % candidates.length })
  }

  function leave(): boolean {
    if (list) close()
    else if (text.value === '') return false
    else text.value = ''
    return true
  }

  /** Answers whether it was one of the list's. */
  function press(key: string): boolean {
    const active = list?.completion.candidates[list.active]
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        move(key === 'ArrowDown' ? 1 : -1)
        return true
      case 'Enter':
      case 'Tab':
        if (active) take(active)
        return active !== undefined
      case 'Escape':
        return leave()
      default:
        return false
    }
  }

  return {
    list,
    suggest: () => suggest(),
    take,
    close,
    hearKey(event: KeyboardEvent) {
      const { altKey, ctrlKey, metaKey, shiftKey, isComposing } = event
      if (altKey || ctrlKey || metaKey || shiftKey || isComposing || !press(event.key)) return
      event.preventDefault()
      event.stopPropagation()
    },
    /** The caret may have gone elsewhere. */
    follow(event: Event) {
      const isMove = !(event instanceof KeyboardEvent) || /^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)
      if (list && isMove) suggest()
    },
  }
}
