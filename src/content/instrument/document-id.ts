/** A random name for this document, so that no two documents share their facts. */

/** Runs before any script of the page, so nothing needs a copy. `randomUUID` would exist on secure origins only. */
export const createDocumentId = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')
