/** Why did this re-render? From who made it to what it cost, each step with its evidence or with "not observed". */
import { mayHarm } from '../collateral.ts'
import { harmsOf } from '../collateral-sentences.ts'
import type { Exchange } from '../exchange.ts'
import { isRecord } from '../is-record.ts'
import { formatBytes, formatMany } from '../numbers.ts'
import { frameOf, patchesIn } from '../sent-patches.ts'
import { changedVariables } from './changed-variables.ts'
import { debugOf } from './debug-of.ts'
import type { Step } from './step.ts'
import { whoMadeIt } from './who-made-it.ts'

/** Always all six, in this order. `rows` as `rowsOf` gives them: a frame before it tells what the variables were. */
export function whyOf(rows: readonly Exchange[], row: Exchange): Step[] {
  return [
    whoMadeIt(row),
    handler(row),
    changedVariables(rows, row),
    patches(row),
    nodes(row),
    collateral(row),
  ]
}

function handler(row: Exchange): Step {
  const { kind, name, view, request, answers } = row
  const ran = debugOf(row)
  if (kind === 'push')
    return {
      step: 'handler',
      standing: 'not observed',
      says: 'No handler of this page’s was asked for; what ran on the server is not observed.',
    }
  return {
    step: 'handler',
    standing: 'observed',
    says: `The server ${answers.length > 0 ? 'ran' : 'was asked for'}${view ? `, in ${view},` : ''}`,
    code: ran?.event ?? name,
    evidence:
      ran?.event === undefined
        ? 'The page asked for it by this name.'
        : `The answer says that it ran (_debug of ${ran.view}).`,
    ...(request ? { shown: { tab: 'payload' } as const } : {}),
  }
}

function patches(row: Exchange): Step {
  const { answers, patches: count, verdict, received } = row
  if (verdict.render === 'replaced')
    return {
      step: 'patches',
      standing: 'observed',
      says: `Full HTML came in place of patches, ${formatBytes(received)}.`,
      evidence: verdict.evidence[0]?.says ?? '',
      shown: { tab: 'response' },
    }
  if (verdict.render === 'local')
    return {
      step: 'patches',
      standing: 'not observed',
      says: 'The client applied again what it had cached; which patches those were is not observed.',
    }
  const kinds = new Map<string, number>()
  for (const body of answers)
    for (const { patch } of patchesIn(frameOf(body) ?? {})) {
      const type = isRecord(patch) && typeof patch['type'] === 'string' ? patch['type'] : 'unknown'
      kinds.set(type, (kinds.get(type) ?? 0) + 1)
    }
  const list = [...kinds].map(([type, many]) => `${many} ${type}`).join(', ')
  return {
    step: 'patches',
    standing: 'observed',
    says: `The server’s new picture differed from the old one by ${formatMany(count, 'patch', 'patches')}${list ? `: ${list}` : ''}.`,
    evidence: 'Counted on the wire.',
    ...(count > 0 ? { shown: { tab: 'patches' } as const } : {}),
  }
}

function nodes({ dom, verdict }: Exchange): Step {
  if (!dom)
    return {
      step: 'nodes',
      standing: 'not observed',
      says: 'How many nodes changed is not observed: nobody saw the page apply it.',
    }
  const { nodes, added, removed, attributes, text, where } = dom
  const parts = [
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
    attributes > 0 && formatMany(attributes, 'attribute', 'attributes'),
    text > 0 && formatMany(text, 'text', 'texts'),
  ].filter(Boolean)
  return {
    step: 'nodes',
    standing: 'observed',
    says: `${formatMany(nodes, 'node', 'nodes')} changed${parts.length > 0 ? ` (${parts.join(', ')})` : ''}${where ? ', first in' : '.'}`,
    ...(where ? { code: where } : {}),
    evidence: verdict.flags.includes('contradicted')
      ? 'Counted by the page; the wire says otherwise.'
      : 'Counted by the page while it applied the answer.',
    shown: { tab: 'overview' },
  }
}

function collateral({ collateral: measured, verdict }: Exchange): Step {
  if (!measured)
    return {
      step: 'collateral',
      standing: 'not observed',
      says: 'What became of focus, caret, typed text and scroll is not observed: it is measured only while a panel listens.',
    }
  const harms = harmsOf(measured)
  const doubt = measured.meddled
    ? 'The person did something at the same time, so it may be their own doing.'
    : ''
  const own = mayHarm(verdict) ? '' : 'Nothing was rendered for it: the page did this itself.'
  return {
    step: 'collateral',
    standing: 'observed',
    says:
      harms.length === 0
        ? 'Focus, caret, typed text and scroll stayed as they were.'
        : `${harms.map(({ element, says }) => `${element}: ${says}`).join('; ')}.`,
    evidence: [`Measured before and after.`, doubt, own].filter(Boolean).join(' '),
    shown: { tab: 'overview' },
  }
}
