/** Makes of every mishap what the demo serves: two views, their templates, their pages, and a card for the studio. */

import type { MishapCard } from '../../src/protocol/mishap-card.ts'
import type { View } from '../live/view.ts'
import type { Frame, House, Mishap } from './mishap.ts'
import { MISHAPS } from './mishaps.ts'
import { stepWords } from './step-words.ts'

interface Page {
  path: string
  view: string
  template: string
  title: string
  /** What the template around the view is told besides. */
  values: Readonly<Record<string, unknown>>
}

export interface OpenMishaps {
  views: View[]
  pages: Page[]
  /** The sources of the views' templates, by name. */
  templates: ReadonlyMap<string, string>
  cards: MishapCard[]
}

export function openMishaps(house: House): OpenMishaps {
  const both = MISHAPS.flatMap((mishap) => [true, false].map((on) => open(mishap, on, house)))
  return {
    views: both.map(({ view }) => view),
    pages: both.map(({ page }) => page),
    templates: new Map(both.map(({ view, source }) => [view.template, source])),
    cards: MISHAPS.map(({ id, title, says, steps }) => ({
      ...{ id, title, says, tryThis: stepWords(steps), on: pathOf(id, true), off: pathOf(id, false) },
    })),
  }
}

function open(mishap: Mishap, on: boolean, house: House) {
  const { id, title } = mishap
  const { template: source, frame, mount = () => ({}), ...rest } = mishap.page(on, house)
  // Two views, because a server function sees nothing of the page's address.
  const name = `demo.${pascal(id)}${on ? '' : 'Twin'}View`
  const slug = `mishaps.${id.replaceAll('-', '_')}${on ? '' : '_twin'}`
  const view: View = { ...rest, name, apiName: slug, template: `${slug}.html`, mount }
  const around: Frame = {
    csrf: true,
    script: true,
    notices: true,
    payload: 'read',
    view_name: name,
    ...frame,
  }
  const page: Page = {
    ...{ path: pathOf(id, on), view: name, template: 'mishap.html', title },
    values: { ...around, slug, is_on: on },
  }
  return { view, page, source }
}

function pathOf(id: string, on: boolean): string {
  return `/mishaps/${id}${on ? '' : '/twin'}`
}

function pascal(id: string): string {
  return id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())
}
