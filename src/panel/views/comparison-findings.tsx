/** What a comparison found: first what is done in another way, then what takes more or less, then what nobody can tell. */
import type { Finding, Undecided } from '../../core/compare/finding.ts'
import { formatMany } from '../../core/numbers.ts'
import type { Comparing, Result } from '../store/comparing.ts'
import { Distributions } from './distributions.tsx'
import { RowLinks } from './row-links.tsx'

export interface ComparisonFindingsProps {
  comparing: Comparing
  result: Result
}

type Found = Finding | Undecided

export function ComparisonFindings({ comparing, result }: ComparisonFindingsProps) {
  const { before, after, findings, undecided } = result
  const classes = findings.filter(({ type }) => type === 'class')
  const numbers = findings.filter(({ type }) => type === 'number')
  const groups: [title: string, found: readonly Found[]][] = [
    ['Done in another way', classes],
    ['Takes more or less', numbers],
    ['Not enough data', undecided],
  ]
  return (
    <div class="findings">
      <p role="status">
        <bdi>{before.name}</bdi>, {formatMany(before.rows.length, 'row', 'rows')}, is before;{' '}
        <bdi>{after.name}</bdi>, {formatMany(after.rows.length, 'row', 'rows')}, is now.{' '}
        {findings.length === 0
          ? 'Nothing has changed that these two can show.'
          : `${formatMany(classes.length, 'thing is', 'things are')} done in another way, ${formatMany(numbers.length, 'number has', 'numbers have')} changed.`}
      </p>
      {groups.map(
        ([title, found]) =>
          found.length > 0 && (
            <section key={title} aria-label={title}>
              <h2>{title}</h2>
              <ol>
                {found.map((each) => (
                  <li key={`${each.kind} ${each.says}`} data-finding={each.kind}>
                    <p>
                      <bdi>{each.says}</bdi>
                    </p>
                    {each.type === 'number' && <Distributions finding={each} result={result} />}
                    <RowLinks
                      sides={(['before', 'after'] as const).map((side, place) => ({
                        word: side === 'before' ? 'Before' : 'Now',
                        ids: each.rows[place] ?? [],
                        rows: result[side].rows,
                        show: (id) => comparing.show(side, id),
                      }))}
                    />
                  </li>
                ))}
              </ol>
            </section>
          ),
      )}
    </div>
  )
}
