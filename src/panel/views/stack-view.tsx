/** A stack, innermost first: the page's own frames lead to their place, those of djust and of this extension are folded. */
import '../css/stack.css'
import { useMemo, useState } from 'preact/hooks'
import { formatMany } from '../../core/numbers.ts'
import { placeOfFrame, type StackFrame } from '../../core/stack-frame.ts'
import { type StackLine, stackLinesOf } from '../../core/stack-lines.ts'
import type { Store } from '../store/store.ts'
import { copyText } from './copy-text.ts'

export interface StackViewProps {
  store: Pick<Store, 'openSource' | 'confirmation'>
  stack: string
}

interface Run {
  owner: StackLine['owner']
  lines: StackLine[]
}

export function StackView({ store, stack }: StackViewProps) {
  const runs = useMemo(() => runsOf(stackLinesOf(stack)), [stack])
  // A stack that no engine writes is shown as it came.
  if (runs.length === 0) return <pre>{stack.slice(0, 4096)}</pre>
  return (
    <ol class="stack">
      {runs.map((run, index) =>
        run.owner === 'page' ? (
          run.lines.map((line, place) => <Line key={`${index} ${place}`} line={line} store={store} />)
        ) : (
          <Folded key={index} run={run} store={store} />
        ),
      )}
    </ol>
  )
}

/** Neighbours with one owner. */
function runsOf(lines: readonly StackLine[]): Run[] {
  const runs: Run[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.owner === line.owner) last.lines.push(line)
    else runs.push({ owner: line.owner, lines: [line] })
  }
  return runs
}

function Folded({ run: { owner, lines }, store }: { run: Run; store: StackViewProps['store'] }) {
  const [isOpen, setOpen] = useState(false)
  const [first] = lines
  const whose =
    owner === 'devtools'
      ? 'this extension'
      : first?.frame
        ? placeOfFrame(first.frame).replace(/:\d+$/, '')
        : 'djust'
  return (
    <>
      <li>
        <button type="button" class="link quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {formatMany(lines.length, 'frame', 'frames')} of <bdi>{whose}</bdi>
        </button>
      </li>
      {isOpen && lines.map((line, index) => <Line key={index} line={line} store={store} />)}
    </>
  )
}

function Line({ line: { name, async, frame }, store }: { line: StackLine; store: StackViewProps['store'] }) {
  return (
    <li>
      {async !== undefined && (
        <span class="quiet">
          <bdi>{async}</bdi>:{' '}
        </span>
      )}
      <bdi>{name || '(anonymous)'}</bdi> {frame && <Place frame={frame} store={store} />}
    </li>
  )
}

function Place({
  frame,
  store: { openSource, confirmation },
}: {
  frame: StackFrame
  store: StackViewProps['store']
}) {
  const { url, line } = frame
  return (
    <button
      type="button"
      class="link"
      title={`${openSource ? 'Open in Sources' : 'Copy the place'}: ${url}:${line}`}
      onClick={() => {
        if (openSource) openSource(url, line)
        else void copyText(`${url}:${line}`, placeOfFrame(frame), confirmation)
      }}
    >
      <bdi>{placeOfFrame(frame)}</bdi>
    </button>
  )
}
