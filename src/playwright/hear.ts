/** The name of the function by which a page of a test hands over its letters. Whoever drives the page provides it; see docs/ci.md. */
export const HEAR = 'djustDevtoolsHear'
