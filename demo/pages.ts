/** The demo's live pages: where each one is, which view it shows, and in which frame of HTML. */

export interface LivePage {
  path: string
  view: string
  template: string
  title: string
  /** What its template is told besides, and instead of. */
  values?: Readonly<Record<string, unknown>>
}

export const PAGES: readonly LivePage[] = [
  { path: '/tutorial', view: 'demo.NewIssueView', template: 'tutorial.html', title: 'New issue' },
  {
    path: '/ways/handler',
    view: 'demo.SearchByHandlerView',
    template: 'way.html',
    title: 'Event handler',
  },
  {
    path: '/ways/function',
    view: 'demo.SearchByFunctionView',
    template: 'way.html',
    title: 'Server function',
  },
  { path: '/triage', view: 'demo.TriageView', template: 'triage.html', title: 'Triage' },
]

/** The studio's own pages, as they were built. */
export const STUDIO_PAGES: Readonly<Record<string, string>> = {
  '/': '/src/studio/studio.html',
  '/both-ways': '/src/studio/ways/both-ways.html',
  '/mishaps': '/src/studio/mishaps/mishaps.html',
  '/lessons': '/src/studio/lessons/lessons.html',
  '/lesson/:number': '/src/studio/lessons/lesson.html',
}
