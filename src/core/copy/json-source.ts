/** Reads JSON as it was written: every digit of a number, every member in its order, doubles included, and no prototypes. */

export type Json =
  | { type: 'string'; value: string }
  | { type: 'number'; digits: string }
  | { type: 'word'; word: 'true' | 'false' | 'null' }
  | { type: 'array'; items: Json[] }
  | JsonObject

export interface JsonObject {
  type: 'object'
  members: JsonMember[]
}
export type JsonMember = readonly [key: string, value: Json]

/** Writers climb the tree, and Python's compiler gives up at 100 nested brackets. */
export const DEEPEST = 50

const TOKEN = /\s*(?:[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[-\d][-+.\deE]*|true|false|null)/y

/** Undefined for what is no JSON, and for what is nested more than 50 deep. */
export function readSource(text: string): Json | undefined {
  return isJson(text) ? readValue(tokensOf(text), 0) : undefined
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The value of a member; the last one wins, as for every reader of JSON. */
export function memberOf(json: Json | undefined, key: string): Json | undefined {
  if (json?.type !== 'object') return undefined
  return json.members.findLast(([name]) => name === key)?.[1]
}

export function textOf(json: Json | undefined): string | undefined {
  return json?.type === 'string' ? json.value : undefined
}

/** Lazily, so that what is nested too deeply costs no list of its tokens. */
function* tokensOf(text: string): Generator<string, undefined> {
  const pattern = new RegExp(TOKEN)
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) yield found[0].trimStart()
  return undefined
}

type Tokens = Generator<string, undefined>

/** The text is known to be JSON, so nothing is checked but the depth. */
function readValue(tokens: Tokens, depth: number, token = tokens.next().value): Json | undefined {
  if (token === undefined || depth > DEEPEST) return undefined
  if (token === '[') return readArray(tokens, depth)
  if (token === '{') return readObject(tokens, depth)
  if (token.startsWith('"')) return { type: 'string', value: JSON.parse(token) }
  if (token === 'true' || token === 'false' || token === 'null') return { type: 'word', word: token }
  return { type: 'number', digits: token }
}

function readArray(tokens: Tokens, depth: number): Json | undefined {
  const items: Json[] = []
  for (let token = tokens.next().value; token !== ']'; token = tokens.next().value) {
    const item = readValue(tokens, depth + 1, token === ',' ? tokens.next().value : token)
    if (!item) return undefined
    items.push(item)
  }
  return { type: 'array', items }
}

function readObject(tokens: Tokens, depth: number): Json | undefined {
  const members: JsonMember[] = []
  for (let token = tokens.next().value; token !== '}'; token = tokens.next().value) {
    const key = token === ',' ? tokens.next().value : token
    tokens.next()
    const value = readValue(tokens, depth + 1)
    if (key === undefined || !value) return undefined
    members.push([JSON.parse(key), value])
  }
  return { type: 'object', members }
}
