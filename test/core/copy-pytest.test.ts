/** The generated tests for pytest: as a person would write them, and Python that compiles whatever it holds. */
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { pytest } from '../../src/core/copy/pytest.ts'
import { page } from '../language/page.ts'
import { copyOf, HOSTILE } from './copy-of.ts'

/** Compiles each file, and says every constant that stands in it. */
const READ = `
import ast, json, sys
files = []
for text in json.load(sys.stdin):
    tree = ast.parse(text)
    compile(tree, "test.py", "exec")
    files.append([node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)])
print(json.dumps(files))
`

function constantsOf(files: readonly string[]): unknown[][] {
  return JSON.parse(
    execFileSync('python3', ['-W', 'error', '-c', READ], { input: JSON.stringify(files), encoding: 'utf8' }),
  )
}

test('a call posts the same and expects the same answer', () => {
  const story = page().calls('search_tags', { q: 'bu', all: true, limit: null })
  story.answers(200, '{"result":[{"id":12345678901234567890,"name":"bug"}]}')
  const written = copyOf(pytest, story, 'search_tags')
  expect(written).toBe(`import pytest


@pytest.mark.django_db
def test_search_tags(client):
    # A view that asks for a login needs client.force_login(user) first.
    response = client.post(
        "/djust/api/call/issues.new/search_tags/",
        data={ "params": { "q": "bu", "all": True, "limit": None } },
        content_type="application/json",
    )
    assert response.status_code == 200
    assert response.json()["result"] == [{ "id": 12345678901234567890, "name": "bug" }]
`)
  expect(constantsOf([written])).toHaveLength(1)
})

test('a call that failed expects its code', () => {
  const story = page().calls('f').answers(400, { error: 'invalid_params', message: 'No.' })
  expect(copyOf(pytest, story, 'f')).toContain(
    '    assert response.status_code == 400\n    assert response.json()["error"] == "invalid_params"\n',
  )
})

test('an answer that was cut is not expected', () => {
  const story = page().calls('f').answers(200, { result: 1 })
  const answer = story.facts.at(-1)
  if (answer?.type === 'response') answer.body = { ...answer.body, cut: true }
  expect(copyOf(pytest, story, 'f')).not.toContain('.json()')
})

test('a dispatch goes to a view mounted alike, and expects its verdict', () => {
  const story = page()
    .opens()
    .sends({ type: 'mount', view: 'tags.views.New', params: { tab: '2' }, url: '/new/?tab=2' })
  story.hears({ type: 'mount', view: 'tags.views.New', version: 1, html: '<p>' })
  story
    .sends({ type: 'event', event: 'add_tag', params: { id: 7 }, ref: 1 })
    .patch(1, { ref: 1 })
    .dom(1)
  const written = copyOf(pytest, story, 'add_tag')
  expect(written).toBe(`import pytest
from django.utils.module_loading import import_string
from djust.testing import LiveViewTestClient


@pytest.mark.django_db
def test_add_tag():
    client = LiveViewTestClient(import_string("tags.views.New"))
    # It was mounted at "/new/?tab=2": what that address captures belongs into mount(), too.
    client.mount(**{ "tab": "2" })
    client.render_with_patches()
    params = { "id": 7 }
    result = client.send_event("add_tag", **params)
    assert result["success"], result["error"]
    _, patches, _ = client.render_with_patches()
    assert patches != [], "it re-rendered when it was recorded"
`)
  expect(constantsOf([written])).toHaveLength(1)
})

describe('the verdict that is expected', () => {
  const expected = (answer: Record<string, unknown>) => {
    const story = page()
      .live('a.View')
      .event('add', 1)
      .hears({ ref: 1, version: 2, ...answer })
    return copyOf(pytest, story, 'add').split('\n').slice(-4)
  }

  test('of a noop and of an empty diff is none', () => {
    const none = '    assert patches == [], "it did not re-render when it was recorded"'
    expect(expected({ type: 'noop' })).toContain(none)
    expect(expected({ type: 'patch', patches: [] })).toContain(none)
  })

  test('of whole HTML is left open', () => {
    expect(expected({ type: 'html_update', html: '<p>' }).join()).not.toContain('patches')
  })

  test('of an error is that it fails', () => {
    expect(expected({ type: 'error', error: 'No.' })).toContain('    assert not result["success"]')
  })
})

test('positional arguments are given to the parameters in their order', () => {
  const story = page()
    .live('a.View')
    .sends({ type: 'event', event: 'rm', params: { _args: [3] }, ref: 1 })
  const written = copyOf(pytest, story.hears({ type: 'noop', ref: 1 }), 'rm')
  expect(written).toMatch(/^import inspect\n\nimport pytest\n/)
  expect(written).toContain('    params.update(zip(inspect.signature(handler).parameters, [3]))\n')
  expect(constantsOf([written])).toHaveLength(1)
})

test('secrets come from the environment', () => {
  const story = page().calls('f', { pw: 'x‹password#1›' }).answers(200, { result: '‹password#1›' })
  const written = copyOf(pytest, story, 'f')
  expect(written).toMatch(/^import os\n\nimport pytest\n/)
  expect(written).toContain(
    '    password = os.environ["PASSWORD"]  # Set PASSWORD to the password that was sent.\n',
  )
  expect(written).toContain('{ "params": { "pw": "x" + password } }')
  expect(constantsOf([written])).toHaveLength(1)
})

test('hostile names, views and payloads are strings to Python', () => {
  const calls = HOSTILE.map((text) =>
    copyOf(
      pytest,
      page()
        .calls('f', { [`k${text}`]: text })
        .answers(200, { result: text }),
      'f',
    ),
  )
  const names = HOSTILE.filter((text) => text !== '')
  const dispatches = names.map((text) => {
    const story = page()
      .live(`a.${text.replaceAll('.', '')}`)
      .event(text, 1)
      .hears({ type: 'noop', ref: 1 })
    return copyOf(pytest, story, text)
  })
  const constants = constantsOf([...calls, ...dispatches])
  for (const [index, text] of [...HOSTILE, ...names].entries()) expect(constants[index]).toContain(text)
  for (const file of [...calls, ...dispatches])
    expect(file.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
})

test('a payload as deep as any that is written compiles', () => {
  const params = JSON.parse(`${'{"a":'.repeat(48)}1${'}'.repeat(48)}`)
  expect(
    constantsOf([copyOf(pytest, page().calls('f', params).answers(200, { result: 1 }), 'f')]),
  ).toHaveLength(1)
})
