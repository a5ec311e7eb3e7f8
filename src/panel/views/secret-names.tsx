/** Names whose values the page hides beside the built-in ones, and a place to try what would be hidden. */
import type { Signal } from '@preact/signals'
import { useId, useState } from 'preact/hooks'
import { formatMany } from '../../core/numbers.ts'
import { type Hidden, hiddenIn, whyHiddenUnder } from '../../core/secret-names.ts'
import { spellingsOf } from '../../core/spellings.ts'
import { readNames } from '../store/preferences.ts'

export function SecretNames({ names }: { names: Signal<readonly string[]> }) {
  const id = useId()
  const [typed, setTyped] = useState(names.value.join('\n'))
  const { wrong } = readNames(typed)
  return (
    <fieldset>
      <legend>Secrets</legend>
      <p>
        Values under telling names (<code>csrf</code>, <code>password</code>, <code>token</code>,{' '}
        <code>secret</code>, <code>api_key</code>
        …) become placeholders in the page, before anything is stored. Add names of your own, one a line; of{' '}
        <code>user[pin]</code> it is <code>pin</code> that counts, as you type it, small, in capitals or with
        a capital first. They hold from now on: what is in the log stays as it is, and a name that you take
        away is hidden until its page is loaded again.
      </p>
      <label for={id}>Hide these, too</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        value={typed}
        aria-invalid={wrong !== undefined}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          names.value = readNames(currentTarget.value).names
        }}
      />
      {wrong && (
        <p class="wrong" role="alert">
          {wrong} The rest is not kept.
        </p>
      )}
      <Tester own={new Set(names.value.flatMap(spellingsOf))} />
    </fieldset>
  )
}

function Tester({ own }: { own: ReadonlySet<string> }) {
  const id = useId()
  const [text, setText] = useState('')
  return (
    <>
      <label for={id}>Try it: type a name, or paste JSON. It stays here.</label>
      <textarea
        id={id}
        rows={3}
        spellcheck={false}
        placeholder='user[pin]   or   {"user": {"name": "Ada", "password": "…"}}'
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div role="status" class="tried">
        {text.trim() !== '' && <Tried text={text.trim()} own={own} />}
      </div>
    </>
  )
}

/** As many as a person looks through. */
const SAID = 50

function Tried({ text, own }: { text: string; own: ReadonlySet<string> }) {
  const read = readTried(text, own)
  if (read === 'too deep') return <p>It is nested too deeply to be shown here.</p>
  if (read === 'no JSON')
    return <p>It looks like JSON, and is none: a quote, a comma or a brace is missing.</p>
  const { isName, hidden } = read
  const [first] = hidden
  if (!first)
    return <p>{isName ? 'A value under this name would stay.' : 'Nothing of it would be hidden.'}</p>
  if (isName) return <p>A value under this name would be hidden: {reasonOf(first)}.</p>
  return (
    <>
      <p>{formatMany(hidden.length, 'value', 'values')} of it would be hidden:</p>
      <ul>
        {hidden.slice(0, SAID).map((each) => (
          <li key={each.path}>
            <code>{each.path}</code> <span class="quiet">{reasonOf(each)}</span>
          </li>
        ))}
      </ul>
      {hidden.length > SAID && <p>… and {hidden.length - SAID} more.</p>}
    </>
  )
}

type Read = { isName: boolean; hidden: readonly Hidden[] } | 'too deep' | 'no JSON'

function readTried(text: string, own: ReadonlySet<string>): Read {
  if (!/^[{[]/.test(text)) {
    const why = whyHiddenUnder(text, own)
    return { isName: true, hidden: why ? [{ path: text, ...why }] : [] }
  }
  try {
    return { isName: false, hidden: hiddenIn(JSON.parse(text), own) }
  } catch (error) {
    return error instanceof RangeError ? 'too deep' : 'no JSON'
  }
}

function reasonOf({ kind, isOwn }: Hidden): string {
  return `‹${kind}#…›, ${isOwn ? 'a name of yours' : 'built in'}`
}
