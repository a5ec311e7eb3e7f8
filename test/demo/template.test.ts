/** The tutorial's template dialect: what it shows, what it escapes, and how it says what is wrong. */
import { describe, expect, test } from 'vitest'
import { Markup } from '../../demo/live/template/render.ts'
import { TemplateError } from '../../demo/live/template/template-error.ts'
import { createTemplates } from '../../demo/live/template/templates.ts'

function render(source: string, values: Record<string, unknown> = {}, others: Record<string, string> = {}) {
  return createTemplates((name) => ({ ...others, page: source })[name] ?? null)('page', values)
}

describe('what it shows', () => {
  test.each([
    ['{{ a.b }}', { a: { b: 1 } }, '1'],
    ['{{ a.1.name }}', { a: [{}, { name: 'x' }] }, 'x'],
    ['[{{ nothing.at.all }}]', {}, '[]'],
    ['{{ name|default:"nobody"|upper }}', {}, 'NOBODY'],
    ['{{ n }} issue{{ n|pluralize }}', { n: 2 }, '2 issues'],
    ['{{ n }} issue{{ n|pluralize }}', { n: 1 }, '1 issue'],
    ['{{ e|yesno:"true,false" }}', { e: 'x' }, 'true'],
    ['{{ t|truncatechars:4 }}', { t: 'abcdefg' }, 'abc…'],
    ['{% if a and not b %}1{% elif c %}2{% else %}3{% endif %}', { a: 1, b: 1, c: 1 }, '2'],
    ['{% if n > 2 or "x" in list %}y{% else %}n{% endif %}', { n: 1, list: ['x'] }, 'y'],
    ['{% if empty %}y{% else %}n{% endif %}', { empty: [] }, 'n'],
    ['{% for x in xs %}{{ forloop.counter }}{{ x }}{% empty %}none{% endfor %}', { xs: ['a', 'b'] }, '1a2b'],
    ['{% for x in xs %}{{ x }}{% empty %}none{% endfor %}', { xs: [] }, 'none'],
    [
      '{% dj-for x in xs %}{{ x }}{% if not forloop.last %}, {% endif %}{% end-dj-for %}',
      { xs: [1, 2] },
      '1, 2',
    ],
    ['{% for k, v in pairs %}{{ k }}={{ v }};{% endfor %}', { pairs: [['a', 1]] }, 'a=1;'],
    ['{% with n=a.b m="z" %}{{ n }}{{ m }}{% endwith %}{{ n }}', { a: { b: 3 } }, '3z'],
    ['{% with a.b as n %}{{ n }}{% endwith %}', { a: { b: 3 } }, '3'],
    ['a{# no #}b{% comment %}{{ never|this }}{% endcomment %}c', {}, 'abc'],
    [
      '{% csrf_token %}',
      { csrf_token: 't"k' },
      '<input type="hidden" name="csrfmiddlewaretoken" value="t&quot;k">',
    ],
  ])('%s', (source, values, expected) => {
    expect(render(source, values)).toBe(expected)
  })

  test('an included template sees the loop that includes it', () => {
    expect(
      render('{% for x in xs %}{% include "part" %}{% endfor %}', { xs: [1, 2] }, { part: '<{{ x }}>' }),
    ).toBe('<1><2>')
  })
})

describe('what it keeps out', () => {
  test('values are escaped, in text and in attributes alike', () => {
    expect(render('<p title="{{ v }}">{{ v }}</p>', { v: `<b a='1' c="2">&` })).toBe(
      '<p title="&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;">&lt;b a=&#39;1&#39; c=&quot;2&quot;&gt;&amp;</p>',
    )
  })

  test('only what the server marked as its own is left as it is', () => {
    expect(render('{{ v }}', { v: new Markup('<b>') })).toBe('<b>')
    expect(render('{{ v }}', { v: { html: '<b>' } })).not.toContain('<b>')
  })

  test('nothing inherited from a prototype can be read', () => {
    expect(
      render('[{{ constructor }}{{ a.constructor.name }}{{ a.__proto__ }}{{ a.toString }}]', { a: {} }),
    ).toBe('[]')
  })
})

describe('what it refuses', () => {
  test.each([
    ['a\n  {{ x', 2, 3, /never closed/],
    ['{% if x %}\n{% for y in z %}{% endif %}', 2, 17, /no tag "endif" here/],
    ['{% if x %}', 1, 1, /"if" is never closed/],
    ['x{{ a|shout }}', 1, 2, /no filter "shout"/],
    ['{{ a b }}', 1, 1, /"b" was not expected/],
    ['{{ }}', 1, 1, /missing/],
    ['{{ a ! }}', 1, 1, /cannot be read/],
    ['\n\n{% for x %}{% endfor %}', 3, 1, /reads "x in list"/],
    ['{% load static %}', 1, 1, /no tag "load"/],
    ['{% include "none" %}', 1, 1, /no such template/],
    ['{% include "page" %}', 1, 1, /16 deep/],
  ])('%j', (source, line, column, message) => {
    const attempt = () => render(source)
    expect(attempt).toThrow(TemplateError)
    expect(attempt).toThrow(message)
    try {
      attempt()
    } catch (problem) {
      expect(problem).toMatchObject({ line, column })
    }
  })
})
