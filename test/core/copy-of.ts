/** Copies a row of a story, as the panel would. */
import { contextOf } from '../../src/core/copy/context-of.ts'
import type { CopyFormat } from '../../src/core/copy/copy-format.ts'
import type { Page } from '../language/page.ts'

/** The text of the only row of that name; fails where the format says that it does not suit. */
export function copyOf(format: CopyFormat, story: Page, name: string): string {
  const row = story.row(name)
  const suits = format.suits(row)
  if (!suits.ok) throw new Error(suits.says)
  return format.write(row, contextOf(story.log, row))
}

/** Names and values that a hostile page would choose. */
export const HOSTILE = [
  `'; touch pwned; '`,
  '$(touch pwned) `touch pwned` $PATH \\',
  `"); alert(1); ("`,
  '""" + exit() + """',
  '</script><script>alert(1)</script>',
  'line one\nline two\r\nline three',
  '!! !$ #{x} %s {0}',
  '\u202egnp.exe\u202c',
  '\ud800 half \udc00',
  'nul\0 bell\u00071 escape\u001b[201~',
  '\u2028\u2029\ufeff\u200b \u{e0041}',
  'one byte \u009b31m or two \u00ad',
  '__proto__',
  'constructor',
  '-rf',
  '@/etc/passwd',
  '',
  'é 漢 🙂\u200d🙂',
  '‹csrf›‹password#›‹secret#x›',
]
