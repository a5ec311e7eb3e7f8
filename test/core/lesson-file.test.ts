/** The file of a lesson: what is understood, and what is said of the rest, with its line and column. */
import { describe, expect, test } from 'vitest'
import { tellProblem } from '../../src/core/lessons/place.ts'
import { readLesson } from '../../src/core/lessons/read-lesson.ts'

const HEAD = '---\ntitle: A title\nabout: What it is about\npage: /tutorial\n---\n'
const STEP = '## Press “Save”.\n\n```expect\nwhere: name:save\n```\n'
/** The body begins in line 6. */
const problemsOf = (text: string) =>
  readLesson(text).problems.map((problem) => tellProblem('lesson.md', problem))
const problemsIn = (body: string) => problemsOf(`${HEAD}${body}`)
const expecting = (...words: string[]) => problemsIn(`## Do it\n\`\`\`expect\n${words.join('\n')}\n\`\`\`\n`)

test('everything that can be written is understood', () => {
  const body = `One **strong**\nline with \`code\` and [a link](/both-ways).

## Press **Save**.

\`\`\`change /tutorial?better
 kept
-old
+new
\`\`\`

\`\`\`expect
where: kind:dispatch name:save
count: 2
within: 1.5 s
last: is:rerender
without: kind:call
\`\`\`

Seen.

\`\`\`python
x = 1
\`\`\`
`
  expect(readLesson(`${HEAD}${body}`)).toEqual({
    problems: [],
    lesson: {
      ...{ title: 'A title', about: 'What it is about', page: '/tutorial' },
      intro: [
        {
          is: 'text',
          spans: [
            { is: 'plain', text: 'One ' },
            { is: 'strong', text: 'strong' },
            { is: 'plain', text: ' line with ' },
            { is: 'code', text: 'code' },
            { is: 'plain', text: ' and ' },
            { is: 'link', text: 'a link', to: '/both-ways' },
            { is: 'plain', text: '.' },
          ],
        },
      ],
      steps: [
        {
          asks: [
            { is: 'plain', text: 'Press ' },
            { is: 'strong', text: 'Save' },
            { is: 'plain', text: '.' },
          ],
          body: [
            {
              is: 'change',
              page: '/tutorial?better',
              lines: [
                { sign: ' ', text: 'kept' },
                { sign: '-', text: 'old' },
                { sign: '+', text: 'new' },
              ],
            },
          ],
          expects: {
            where: 'kind:dispatch name:save',
            count: { least: 2, isExact: true },
            within: 1_500,
            last: 'is:rerender',
            without: 'kind:call',
          },
          seen: [
            { is: 'text', spans: [{ is: 'plain', text: 'Seen.' }] },
            { is: 'code', language: 'python', text: 'x = 1' },
          ],
        },
      ],
    },
  })
})

describe('the head', () => {
  test.each([
    ['', 'lesson.md:1:1: A lesson begins with its head: ---, then title, about and page, then ---.'],
    [
      `---\ntitle: A\n`,
      'lesson.md:1:1: A lesson begins with its head: ---, then title, about and page, then ---.',
    ],
    [HEAD, 'lesson.md:1:1: A lesson has at least one step: ## and what to do.'],
    [`${HEAD.replace('about', 'abuot')}${STEP}`, 'lesson.md:3:1: There is no key abuot. Did you mean about?'],
    [`${HEAD.replace('A title', '')}${STEP}`, 'lesson.md:2:8: The key title has no value.'],
    [`${HEAD.replace('title: A title\n', '')}${STEP}`, 'lesson.md:1:1: The key title is missing.'],
    [`${HEAD.replace('title: ', 'about: ')}${STEP}`, 'lesson.md:3:1: The key about is here a second time.'],
    [
      `${HEAD.replace('/tutorial', 'tutorial')}${STEP}`,
      'lesson.md:4:7: Say which page of the demo: an address such as /tutorial.',
    ],
    [`${HEAD.replace('title: ', 'title ')}${STEP}`, 'lesson.md:2:1: This line must be: key: value.'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toContain(problem)
  })
})

describe('the text', () => {
  test.each([
    ['- a list\n', '6:1: A lesson has paragraphs, steps (## …) and blocks between ``` only.'],
    ['# Title\n', '6:1: A lesson has paragraphs, steps (## …) and blocks between ``` only.'],
    ['One\ntwo `three\n', '7:5: ` is opened or closed here, and not both.'],
    ['An **open\n', '6:4: ** is opened or closed here, and not both.'],
    ['[x](javascript:1)\n', '6:1: A link leads to a page of the demo (/…) or to https://….'],
    ['[x](//evil.example)\n', '6:1: A link leads to a page of the demo (/…) or to https://….'],
    ['a ``\n', '6:3: There is nothing between these marks.'],
    ['```python\nx\n', '6:1: This block is never closed by ```.'],
    ['```\nx\n```\n', '6:1: Say what this block is: ```python, ```js, ```html, ```change or ```expect.'],
    ['```expect\nwhere: a\n```\n', '6:1: A block expect belongs to a step, which begins with ##.'],
    ['```change\n+x\n```\n', '6:10: Say which page of the demo: an address such as /tutorial.'],
    ['```change /a\nx\n```\n', '7:1: A line of a change begins with +, - or a space.'],
    ['## Do\n', '6:4: This step has no block ```expect: how would the log show that it is done?'],
    [
      '## Do\n```expect\nwhere: a\n```\n```expect\nwhere: a\n```\n',
      '10:1: A step has one block expect. Make two steps of it.',
    ],
  ])('%j', (body, problem) => {
    expect(problemsIn(body)).toContain(`lesson.md:${problem}`)
  })
})

describe('what the log must show', () => {
  test.each([
    [['count: 3'], '7:1: The key where is missing.'],
    [
      ['where: name:a kind:cal'],
      '8:20: “kind:cal”: kind takes call, dispatch, push, navigation or system; did you mean “call”? It is looked for as text.',
    ],
    [['where: name:a kind:'], '8:15: This part of the filter is not finished.'],
    [['where: "open'], '8:8: This part of the filter is not finished.'],
    [['where: a', 'without: is:'], '9:10: This part of the filter is not finished.'],
    [['where: a', 'count: many'], '9:8: count is a number, such as 1, or at least 3.'],
    [['where: a', 'count: 0'], '9:8: count is a number, such as 1, or at least 3.'],
    [
      ['where: a', 'count: 1'],
      '9:8: An exact count needs within: one row more, later, would otherwise spoil the step for good.',
    ],
    [['where: a', 'within: soon'], '9:9: within is a time, such as 150 ms or 2 s.'],
    [['where: a', 'whitin: 1 s'], '9:1: There is no key whitin. Did you mean within?'],
  ])('%j', (words, problem) => {
    expect(expecting(...words)).toContain(`lesson.md:${problem}`)
  })
})
