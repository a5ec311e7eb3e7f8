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

/** What the page has taken: a version, or none it could count from. */
let taken: number | null = null
let recovering = false
/** Came, and are to be shown later; `isNext` tells those that were taken in turn. */
let held: { rendering: Rendering; isNext: boolean }[] = []
/** Something that was taken is never to be shown, so nothing fits the page any more. */
let isIncomplete = false

/** Shows it, or asks for the whole view when it does not follow what was taken. */
export function renderFrame(rendering: Rendering): void {
  if (recovering) return
  if (follows(rendering)) take(rendering)
  else recover()
}

/** Keeps it for `showHeld`; its version counts from now on, so that an answer which overtakes it fits. */
export function holdBack(rendering: Rendering): void {
  const isNext = follows(rendering)
  if (isNext) taken = rendering.version
  held.push({ rendering, isNext })
}

export function showHeld(): void {
  for (const { rendering, isNext } of held.splice(0)) {
    if (isNext) apply(rendering)
    else renderFrame(rendering)
  }
}

/** Whatever comes next will ask for the whole view, as on the real client. */
export function throwHeldAway(): void {
  isIncomplete ||= held.length > 0
  held = []
}

function follows({ version }: Rendering): boolean {
  return !isIncomplete && (taken === null || version === taken + 1)
}

function take(rendering: Rendering): void {
  taken = rendering.version
  apply(rendering)
}

function apply(rendering: Rendering): void {
  const root = viewRoot()
  if (!root || recovering) return
  if (!show(root, rendering)) return void recover()
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
  taken = version
  recovering = false
  isIncomplete = false
  // It shows them too.
  held = held.filter(({ rendering }) => rendering.version > version)
  if (root && html !== undefined) morph(root, html)
  djust().extractColocatedHooks()
}

function recover(): void {
  recovering = djust().liveViewInstance?.sendMessage({ type: 'request_html' }) === true
  if (!recovering) location.reload()
}
