// @vitest-environment happy-dom
/** The relay with fake ports: when it speaks, when it keeps silent, and what it saves from a page that goes. */
import { expect, test } from 'vitest'
import { createRelay } from '../../src/content/relay/relay.ts'
import { PRIVATE } from '../../src/protocol/channel.ts'
import { type FakePort, portPair } from '../fake-port.ts'

function page() {
  const node = new EventTarget()
  const told: string[] = []
  for (const name of [PRIVATE.joined, PRIVATE.parted, PRIVATE.leaving, PRIVATE.command])
    node.addEventListener(name, (event) => told.push((event as CustomEvent<string>).detail || name))
  const ports: FakePort[] = []
  let gone = false
  const leavers = new Set<(event: PageTransitionEvent) => void>()
  const returners = new Set<(event: PageTransitionEvent) => void>()
  const relay = createRelay({
    node,
    connect: () => {
      if (gone) throw new Error('Extension context invalidated.')
      const [near, far] = portPair('djust:page')
      ports.push(far)
      return near
    },
    onLeave: (hear) => leavers.add(hear),
    onReturn: (hear) => returners.add(hear),
  })
  return {
    relay,
    node,
    told,
    ports,
    says: (name: string, detail = '') => node.dispatchEvent(new CustomEvent(name, { detail })),
    leaves: (persisted = false) => {
      for (const leave of leavers) leave({ persisted } as PageTransitionEvent)
    },
    returns: (persisted: boolean) => {
      for (const hear of returners) hear({ persisted } as PageTransitionEvent)
    },
    loseExtension: () => {
      gone = true
      ports.at(-1)?.disconnect()
    },
    listeners: () => leavers.size + returners.size,
  }
}

test('a page on which djust was never seen opens no port', () => {
  expect(page().ports).toHaveLength(0)
})

test('the first sight of djust opens a port once', () => {
  const { says, ports } = page()
  says(PRIVATE.sighted)
  says(PRIVATE.sighted)
  expect(ports).toHaveLength(1)
})

test('letters and commands pass through unopened', () => {
  const { says, ports, told } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  says(PRIVATE.up, '{"broken')
  ports[0]?.postMessage({ hear: 'letter', posted: { letter: 'do this' } })
  expect(ports[0]?.heard).toEqual([{ letter: '{"broken' }])
  expect(told).toEqual([PRIVATE.joined, 'do this'])
})

test('when the worker dies, the instrument is told to keep its facts', () => {
  const { says, ports, told } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  ports[0]?.disconnect()
  expect(told).toEqual([PRIVATE.joined, PRIVATE.parted])
})

test('a roll call replaces a port whose worker died unnoticed, and its late goodbye changes nothing', () => {
  const { relay, says, ports, told } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  relay.answerRoll()
  ports[1]?.postMessage({ hear: 'joined' })
  ports[0]?.disconnect()
  says(PRIVATE.up, 'letter')
  expect(ports[1]?.heard).toEqual([{ letter: 'letter' }])
  expect(told.at(-1)).toBe(PRIVATE.joined)
})

test('a page that goes hands its last letters to be rescued', () => {
  const { node, says, ports, leaves } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  node.addEventListener(PRIVATE.leaving, () => says(PRIVATE.up, 'last words'))
  leaves()
  expect(ports[0]?.heard).toEqual([{ letter: 'last words', rescue: true }])
})

test('a page that goes just after the worker died wakes a new one for its last letters', () => {
  const { node, says, ports, leaves } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  ports[0]?.disconnect()
  node.addEventListener(PRIVATE.leaving, () => says(PRIVATE.up, 'last words'))
  leaves()
  expect(ports[1]?.heard).toEqual([{ letter: 'last words', rescue: true }])
})

test('a page that the browser keeps says so, for it may be answered yet', () => {
  const { says, ports, told, leaves } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  leaves(true)
  expect(told.at(-1)).toBe('kept')
})

test('a page that goes before its knock was answered hands over its letters too', () => {
  const { node, says, ports, leaves } = page()
  says(PRIVATE.sighted)
  node.addEventListener(PRIVATE.leaving, () => says(PRIVATE.up, 'last words'))
  leaves()
  expect(ports[0]?.heard).toEqual([{ letter: 'last words', rescue: true }])
})

test('a page that nobody watches goes in silence', () => {
  const { says, ports, told, leaves } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'parted' })
  leaves()
  expect(told).toEqual([])
})

test('once the extension is gone the relay is silent for good and throws nothing into the page', () => {
  const { relay, says, ports, told, leaves, loseExtension } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  loseExtension()
  relay.answerRoll()
  leaves()
  says(PRIVATE.sighted)
  expect(ports).toHaveLength(1)
  expect(told).toEqual([PRIVATE.joined, PRIVATE.parted])
})

test('a page back from the back/forward cache asks for its line again; a first show does not', () => {
  const { says, ports, returns } = page()
  says(PRIVATE.sighted)
  ports[0]?.postMessage({ hear: 'joined' })
  returns(false)
  expect(ports).toHaveLength(1)
  returns(true)
  expect(ports).toHaveLength(2)
})

test('listening again after document.open() does not listen twice', () => {
  const { says, listeners } = page()
  says(PRIVATE.up, 'a')
  says(PRIVATE.up, 'b')
  expect(listeners()).toBe(2)
})
