/** What a test is given: rows in plain words, the recording, and its page. */
import { gestureOf } from '../core/compare/group.ts'
import { gestureWords } from '../core/compare/trigger-words.ts'
import type { Exchange } from '../core/exchange.ts'
import { htmlChunks } from '../core/export/html.ts'
import { rowsOf } from '../core/log.ts'
import { durationOf } from '../core/moments.ts'
import { recordingLines } from '../core/recording.ts'
import type { About } from '../core/recording-header.ts'
import type { Djust, DjustRow } from './public.ts'
import { readStandalone } from './read-standalone.ts'
import type { Recorder } from './recorder.ts'

/** Rows as core knows them, for matchers; a test sees `DjustRow`. */
export interface Watched extends Djust {
  exchanges(): readonly Exchange[]
}

const REDACTION =
  'Values under secret names, of password fields and CSRF tokens were replaced by numbered placeholders in the page.'

export function createDjust(recorder: Recorder, about: Pick<About, 'tool' | 'browser'>): Watched {
  let marked = new Set<string>()
  const lines = () => recordingLines(recorder.log(), { ...about, redaction: REDACTION })
  const exchanges = () => rowsOf(recorder.log()).filter(({ id }) => !marked.has(id))
  return {
    settled: recorder.settled,
    exchanges,
    rows: () => exchanges().map(rowOf),
    mark() {
      marked = new Set(rowsOf(recorder.log()).map(({ id }) => id))
    },
    recording: () => [...lines()].join(''),
    report: async () => [...htmlChunks(await readStandalone(), lines())].join(''),
  }
}

function rowOf(row: Exchange): DjustRow {
  const { id, kind, name, view, status, transport, verdict, patches, dom } = row
  const gesture = gestureOf(row)
  const duration = durationOf(row)
  return {
    ...{ id, kind, name, view, status, transport, render: verdict.render, patches },
    ...(dom ? { nodes: dom.nodes } : {}),
    ...(gesture ? { trigger: gestureWords(gesture) } : {}),
    ...(duration === undefined ? {} : { duration }),
  }
}
