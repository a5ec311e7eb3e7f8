/** Keeps the content scripts of granted origins in step with what a person has granted. */

/** The part of the extension API that this needs. */
export interface OriginsApi {
  manifest: { host_permissions?: string[] | undefined; content_scripts?: ManifestScript[] | undefined }
  granted(): Promise<string[]>
  registered(): Promise<{ id: string }[]>
  register(scripts: RegisteredScript[]): Promise<void>
  unregister(ids: string[]): Promise<void>
}

interface ManifestScript {
  js?: string[] | undefined
  world?: 'MAIN' | 'ISOLATED' | undefined
}

export interface RegisteredScript {
  id: string
  js: string[]
  matches: string[]
  runAt: 'document_start'
  allFrames: true
  matchOriginAsFallback: true
  persistAcrossSessions: true
  world: 'MAIN' | 'ISOLATED'
}

/** Registers our own two content scripts for every origin a person has granted, and for nothing else. */
export async function syncScripts(api: OriginsApi): Promise<void> {
  const local = new Set(api.manifest.host_permissions ?? [])
  const matches = (await api.granted()).filter((origin) => !local.has(origin))
  const ids = (await api.registered()).map(({ id }) => id)
  if (ids.length > 0) await api.unregister(ids)
  if (matches.length === 0) return
  const scripts = api.manifest.content_scripts ?? []
  await api.register(
    scripts.map(({ js = [], world = 'ISOLATED' }, index) => ({
      id: `djust-${index}`,
      js: js.map(inPackage),
      matches,
      runAt: 'document_start',
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
      world,
    })),
  )
}

/** Firefox tells the manifest's own files as full addresses, and takes only relative ones. */
function inPackage(file: string): string {
  return URL.parse(file)?.pathname.slice(1) ?? file
}
