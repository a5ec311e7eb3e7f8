/** docs/pytest.md is what it says: its files, taken out of the page as they stand, run in pytest against examples/django. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureBrowser } from '../../scripts/browsers.ts'
import { type Django, startDjango } from '../../scripts/demo-django.ts'
import { ensureTestTools, run } from '../../scripts/python-env.ts'
import { FLAGS } from '../browsers/chromium-flags.ts'
import { makeProject, type Project } from '../cli/project.ts'

const root = join(import.meta.dirname, '../..')
const PAGE = '/mishaps/desk/'

let django: Django
let project: Project
let python: string
const at = (name: string) => join(project.folder, name)

beforeAll(async () => {
  ;[django, python] = await Promise.all([startDjango(), ensureTestTools(join(root, 'examples/django'))])
  project = makeProject()
  // Which browser this machine has is no part of the recipe: it stands above what the page tells people to write.
  writeFileSync(at('pytest.ini'), '[pytest]\n')
  writeFileSync(at('conftest.py'), systemBrowser(ensureBrowser('chromium')))
})
afterAll(async () => {
  project?.remove()
  await django?.stop()
})

function systemBrowser(path: string): string {
  const args = JSON.stringify({ executable_path: path, args: FLAGS })
  return `import pytest\n\n\n@pytest.fixture(scope="session")\ndef browser_type_launch_args():\n    return ${args}\n`
}

/** The blocks of the page that say in their first line which file they are. */
function filesOf(page: string): Map<string, string> {
  const blocks = page.matchAll(/^```\w+\n(# ([\w.]+)\n[\s\S]*?)^```$/gm)
  return new Map([...blocks].map(([, text = '', name = '']) => [name, text]))
}

/** Pytest in a folder of the project with the page's files, the tests changed by `change`. */
async function pytest(folder: string, change = (text: string) => text) {
  const files = filesOf(readFileSync(join(root, 'docs/pytest.md'), 'utf8'))
  expect([...files.keys()]).toEqual(['conftest.py', 'test_tickets.py', 'contract.yaml'])
  mkdirSync(at(folder))
  for (const [name, text] of files)
    writeFileSync(name === 'contract.yaml' ? at(name) : at(join(folder, name)), change(text))
  const said = await run(
    python,
    ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', '--base-url', django.url, folder],
    {
      cwd: project.folder,
      env: { ...process.env, PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter) },
    },
  )
  return { ...said, recordings: readdirSync(at('recordings')).sort() }
}

const check = (recording: string) =>
  run(
    process.execPath,
    [
      at('node_modules/djust-devtools/dist/package/djust-devtools.js'),
      ...['check', at(`recordings/${recording}`), '--contract', at('contract.yaml')],
    ],
    { cwd: project.folder },
  )

test('the page’s own tests pass, and leave recordings that the contract accepts', async () => {
  const { code, output, recordings } = await pytest('good')
  expect([output, code]).toEqual([expect.stringContaining('2 passed'), 0])
  expect(recordings).toHaveLength(2)
  for (const recording of recordings) {
    const { code, output } = await check(recording)
    expect([output, code]).toEqual([expect.stringMatching(/^holds .* [1-9]\d* rows/), 0])
  }
})

test('with the search made an event handler the first test fails with the sentence that the page promises', async () => {
  const { code, output, recordings } = await pytest('broken', (text) =>
    text.replaceAll(`"${PAGE}"`, `"${PAGE}?mishap=handler-never-renders"`),
  )
  expect([output, code]).toEqual([expect.stringContaining('failed'), 1])
  const page = readFileSync(join(root, 'docs/pytest.md'), 'utf8')
  const [, sentence = ''] = /ends? with this.*\n\n```\n(.*)\n```/.exec(page) ?? []
  expect(sentence).toContain('only must be')
  expect(output).toContain(sentence)
  const [broken = ''] = recordings.filter((name) => name.includes('never_renders'))
  expect(await check(broken)).toMatchObject({ code: 1, output: expect.stringContaining(sentence) })
})
