/** A titled part of the details. */
import type { ComponentChildren } from 'preact'

interface SectionProps {
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
