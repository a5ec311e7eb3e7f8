/** A part of the details under a heading of its own. */
import type { ComponentChildren } from 'preact'

export interface SectionProps {
  title: string
  /** Stands quietly beside the title. */
  note?: ComponentChildren
  children: ComponentChildren
}

export function Section({ title, note, children }: SectionProps) {
  return (
    <section>
      <h3>
        {title} {note !== undefined && <span class="quiet">{note}</span>}
      </h3>
      {children}
    </section>
  )
}
