/** Where the person types once, chooses what is to go wrong, and has it played. */
import { useEffect, useRef } from 'preact/hooks'
import { QUESTIONS } from '../../core/ways/prediction.ts'
import { recordKeys } from './record-keys.ts'
import { sampleTyping } from './sample.ts'
import type { Twist, Ways } from './ways-store.ts'

const TWISTS: readonly { twist: Twist; says: string }[] = [
  { twist: 'slow', says: 'a slow server: up to 1.2 s, and the fewer letters the slower' },
  { twist: 'keyed', says: 'a mistake in the handler’s template: the field is keyed by what is typed' },
  { twist: 'late', says: 'a mistake in the function’s page: it draws late answers, too' },
]

export function TypingView({ ways }: { ways: Ways }) {
  const { typing, twists, phase, predicted } = ways
  const field = useRef<HTMLInputElement>(null)
  const forget = useRef<() => void>(undefined)
  useEffect(() => {
    if (field.current)
      forget.current = recordKeys(field.current, (keys) => {
        typing.value = { keys, text: field.current?.value ?? '' }
      })
  }, [])

  const isPlaying = phase.value.is === 'playing'
  const isPredicted = QUESTIONS.every(({ id }) => predicted.value[id] !== undefined)
  const { keys } = typing.value
  const mayPlay = isPredicted && keys.length > 0 && !isPlaying

  async function play(): Promise<void> {
    if (!mayPlay) return
    await ways.play()
    forget.current?.()
    field.current?.focus()
  }
  function takeSample(): void {
    const sample = sampleTyping()
    if (field.current) field.current.value = sample.text
    forget.current?.()
    typing.value = sample
  }

  return (
    <section class="step" aria-labelledby="type">
      <h3 id="type">2. Type once</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void play()
        }}
      >
        <label class="once">
          <span class="sub">Search tags</span>
          <input
            ref={field}
            type="text"
            autocomplete="off"
            disabled={isPlaying}
            placeholder="for example: reg"
            // What is there was played, or is the sample: who types begins anew.
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </label>
        <button type="button" onClick={takeSample} disabled={isPlaying}>
          Use a sample
        </button>
        <button type="submit" class="primary" disabled={!mayPlay}>
          Play it both ways
        </button>
        <p class="sub hint-line" role="status">
          {whatNext(isPredicted, keys.length, phase.value)}
        </p>
        <fieldset class="twists" disabled={isPlaying}>
          <legend>Try it with</legend>
          {TWISTS.map(({ twist, says }) => (
            <label key={twist}>
              <input
                type="checkbox"
                checked={twists.value.has(twist)}
                onChange={({ currentTarget: { checked } }) => {
                  const rest = new Set(twists.value)
                  if (checked) rest.add(twist)
                  else rest.delete(twist)
                  twists.value = rest
                }}
              />
              {says}
            </label>
          ))}
        </fieldset>
      </form>
    </section>
  )
}

function whatNext(isPredicted: boolean, keys: number, phase: Ways['phase']['value']): string {
  if (phase.is === 'failed') return phase.says
  if (phase.is === 'playing') return `Playing on the side of the ${NAMES[phase.side]}; the focus is there.`
  if (!isPredicted) return 'Answer the three questions first: a guess is enough.'
  if (keys === 0) return 'Type something, or use the sample. Nothing is sent yet.'
  const recorded = `${keys} ${keys === 1 ? 'key is' : 'keys are'} recorded`
  return phase.is === 'done'
    ? `${recorded}. Play them again, or type anew.`
    : `${recorded}. Nothing was sent yet.`
}

const NAMES = { handler: 'event handler', function: 'server function' } as const
