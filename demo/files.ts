/** Reads files of one folder for the web: right types, and no way out of the folder. */

import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

export interface ServedFile {
  body: Uint8Array<ArrayBuffer>
  type: string
}

/**
 * The file at a URL path, or null: for none, for a folder, for hidden files, and for whatever lies outside once
 * links are followed.
 */
export async function readServedFile(folder: string, urlPath: string): Promise<ServedFile | null> {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  const parts = path.split('/').filter(Boolean)
  if (parts.some((part) => part.startsWith('.') || /[\\\0]/.test(part))) return null
  try {
    const root = await realpath(folder)
    const file = await realpath(join(root, ...parts))
    if (!file.startsWith(root + sep)) return null
    const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
    return { body: new Uint8Array(await readFile(file)), type }
  } catch {
    return null
  }
}
