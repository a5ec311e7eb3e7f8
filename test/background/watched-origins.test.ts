/** Which content scripts follow from what a person has granted. */
import { expect, test } from 'vitest'
import { type OriginsApi, type RegisteredScript, syncScripts } from '../../src/background/watched-origins.ts'

function browserThat(granted: string[], registered: string[] = []) {
  const scripts = new Map<string, RegisteredScript | undefined>(registered.map((id) => [id, undefined]))
  const api: OriginsApi = {
    manifest: {
      host_permissions: ['*://localhost/*'],
      content_scripts: [{ js: ['instrument.js'], world: 'MAIN' }, { js: ['relay.js'] }],
    },
    granted: async () => granted,
    registered: async () => [...scripts.keys()].map((id) => ({ id })),
    register: async (fresh) => {
      for (const script of fresh) {
        if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`)
        scripts.set(script.id, script)
      }
    },
    unregister: async (ids) => {
      for (const id of ids) if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`)
    },
  }
  return { api, scripts }
}

test('a granted origin gets the same two scripts as the local hosts, in their own worlds', async () => {
  const { api, scripts } = browserThat(['*://localhost/*', 'https://a.example/*'])
  await syncScripts(api)
  expect([...scripts.values()]).toMatchObject([
    {
      js: ['instrument.js'],
      world: 'MAIN',
      matches: ['https://a.example/*'],
      runAt: 'document_start',
      allFrames: true,
    },
    { js: ['relay.js'], world: 'ISOLATED', matches: ['https://a.example/*'], matchOriginAsFallback: true },
  ])
})

test('the addresses that Firefox makes of script files become files again', async () => {
  const { api, scripts } = browserThat(['https://a.example/*'])
  api.manifest = { content_scripts: [{ js: ['moz-extension://b2c1/src/relay.js'] }] }
  await syncScripts(api)
  expect(scripts.get('djust-0')?.js).toEqual(['src/relay.js'])
})

test('with nothing granted but the local hosts, nothing is registered', async () => {
  const { api, scripts } = browserThat(['*://localhost/*'])
  await syncScripts(api)
  expect(scripts.size).toBe(0)
})

test('a forgotten origin leaves no script behind', async () => {
  const { api, scripts } = browserThat(['*://localhost/*'], ['djust-0', 'djust-1'])
  await syncScripts(api)
  expect(scripts.size).toBe(0)
})

test('syncing twice registers nothing twice', async () => {
  const { api, scripts } = browserThat(['https://a.example/*'])
  await syncScripts(api)
  await syncScripts(api)
  expect([...scripts.keys()]).toEqual(['djust-0', 'djust-1'])
})
