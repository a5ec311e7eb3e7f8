/** `djust.call`: plain RPC to a server function, with no part in rendering (djust-wire 4.1). */

import { djust, type Params, page } from './djust.ts'

/** What a call rejects with, unless the network itself failed. */
interface CallError extends Error {
  code: string
  status: number
  details: unknown
}

export async function call(slug: string, name: string, params: Params = {}): Promise<unknown> {
  if (!slug || !name) throw new Error('djust.call needs a view slug and a function name')
  const url = djust().apiUrl(`call/${encodeURIComponent(slug)}/${encodeURIComponent(name)}/`)
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Content-Type': 'application/json',
      'X-CSRFToken': csrfToken(),
      'X-Requested-With': 'XMLHttpRequest',
    },
    body: JSON.stringify({ params }),
  })
  const body: unknown = await response.json().catch(() => null)
  const data = typeof body === 'object' && body !== null ? (body as Params) : {}
  if (response.ok) return data['result']
  const message = data['message'] || `djust.call failed: ${response.status}`
  throw Object.assign(new Error(String(message)), {
    code: String(data['error'] || 'http_error'),
    status: response.status,
    details: data['details'],
  }) satisfies CallError
}

export function apiUrl(path: string): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="djust-api-prefix"]')?.content
  const prefix = page.djust?.apiPrefix || meta || '/djust/api/'
  return `${prefix.replace(/\/*$/, '/')}${path.replace(/^\/+/, '')}`
}

/** The hidden input, else Django's cookie. */
export function csrfToken(): string {
  const input = document.querySelector<HTMLInputElement>('input[name="csrfmiddlewaretoken"]')
  return input?.value || /(?:^|;\s*)csrftoken=([^;]*)/.exec(document.cookie)?.[1] || ''
}
