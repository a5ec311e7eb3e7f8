/** Shows what a server sent: checks the version, then patches or morphs. One version for the page, socket or not. */

import type { Patch } from '../../src/protocol/wire.ts'
import { applyPatches } from './apply-patches.ts'
import { djust, page, viewRoot } from './djust.ts'
import { morph } from './morph.ts'

/** The part of a frame, or of an HTTP reply, that renders. */
export interface Rendering {
  version: number
  patches?: Patch[]
  html?: string
  timing?: unknown
  reset_form?: boolean
}

/** What the page shows: a version, or none it could count from. */
let shown: number | null = null
let recovering = false

/** Shows it, or asks for the whole view when it does not follow what is shown. */
export function renderFrame(rendering: Rendering): void {
  if (recovering) return
  const root = viewRoot()
  if (!root) return
  const follows = shown === null || rendering.version === shown + 1
  if (!follows || !show(root, rendering)) {
    recover()
    return
  }
  shown = rendering.version
  if (rendering.reset_form) resetForms()
  if (rendering.html !== undefined || rendering.patches?.length) djust().extractColocatedHooks()
}

/** A reply over HTTP: there, whole HTML is also the way to recover, whatever the page shows. */
export function renderReply(reply: Rendering): void {
  if (reply.html === undefined) renderFrame(reply)
  else renderWhole(reply.version, reply.html)
  if (reply.html !== undefined && reply.reset_form) resetForms()
}

function resetForms(): void {
  for (const form of viewRoot()?.querySelectorAll('form') ?? []) form.reset()
}

function show(root: Element, { html, patches, timing }: Rendering): boolean {
  if (html !== undefined) morph(root, html)
  if (html !== undefined || !patches?.length) return true
  page._lastPatchTiming = timing
  return applyPatches(root, patches)
}

/** Whole HTML that starts a new count: a mount or a recovery. */
export function renderWhole(version: number, html: string | undefined): void {
  const root = viewRoot()
  shown = version
  recovering = false
  if (root && html !== undefined) morph(root, html)
  djust().extractColocatedHooks()
}

function recover(): void {
  recovering = djust().liveViewInstance?.sendMessage({ type: 'request_html' }) === true
  if (!recovering) location.reload()
}
