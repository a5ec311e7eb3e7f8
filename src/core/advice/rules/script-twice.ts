/**
 * The same message twice for one act of the person: a script inside of the view runs at first and again when the view is mounted, and
 * listens twice. Refuses a person who truly does it twice, however fast.
 */
import type { Exchange } from '../../exchange.ts'
import { formatMany } from '../../numbers.ts'
import { quote } from '../../quote.ts'
import { block } from '../code.ts'
import type { AdviceRule } from '../finding.ts'
import { byTarget } from '../targets.ts'

export const scriptTwice: AdviceRule = {
  id: 'script-twice',
  title: 'A script that runs twice',
  find: (rows) =>
    byTarget(rows, 'call', 'dispatch').flatMap((group) => {
      const proof: string[] = []
      let count = 0
      for (const [at, row] of group.entries()) {
        if (!isSecond(row)) continue
        count += 1
        const before = group[at - 1]
        if (before) proof.push(before.id)
        proof.push(row.id)
      }
      const [first] = group
      if (count === 0) return []
      return {
        rule: 'script-twice',
        subject: first.name,
        says: `${quote(first.name)} went out twice at once, ${formatMany(count, 'time', 'times')}, for one and the same event of the person.`,
        rows: proof,
        certainty: 'likely',
        because:
          'The very same message, for the same event on the same element, within 20 ms. A page that means to send it twice would refute it.',
        fix: {
          says: 'Move the script out of the view: what stands inside is created anew by the mount, and runs again.',
          html: block(
            '<div dj-root dj-view="…">…</div>',
            '<script type="module" src="page.js"></script>  <!-- outside -->',
          ),
        },
      }
    }),
}

const isSecond = ({ faults }: Exchange) => faults?.some(({ id }) => id === 'sent-twice') ?? false
