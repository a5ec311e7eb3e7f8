/** The text of a lesson: paragraphs, code, and changes with the button that makes them. */
import type { Block, Span } from '../../core/lessons/lesson.ts'

interface Shown {
  blocks: readonly Block[]
  /** Opens the page on which the change was made; absent where it is not the time for it. */
  change?: ((page: string) => void) | undefined
}

export function Blocks({ blocks, change }: Shown) {
  return (
    <>
      {blocks.map((block, index) => {
        // A lesson never changes while it is shown.
        const key = `${block.is} ${index}`
        if (block.is === 'text')
          return (
            <p key={key}>
              <Spans spans={block.spans} />
            </p>
          )
        if (block.is === 'code')
          return (
            <pre key={key} data-language={block.language}>
              <code>{block.text}</code>
            </pre>
          )
        return (
          <div key={key} class="change">
            <pre>
              {block.lines.map(({ sign, text }, line) => (
                <span key={`${line} ${sign}`} data-sign={sign}>{`${sign} ${text}\n`}</span>
              ))}
            </pre>
            <button type="button" class="primary" disabled={!change} onClick={() => change?.(block.page)}>
              Make this change
            </button>
          </div>
        )
      })}
    </>
  )
}

export function Spans({ spans }: { spans: readonly Span[] }) {
  return (
    <>
      {spans.map((span, index) => {
        const key = `${span.is} ${index}`
        if (span.is === 'strong') return <strong key={key}>{span.text}</strong>
        if (span.is === 'code') return <code key={key}>{span.text}</code>
        if (span.is === 'link')
          return (
            <a key={key} href={span.to}>
              {span.text}
            </a>
          )
        return span.text
      })}
    </>
  )
}
