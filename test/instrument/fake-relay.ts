/** A relay in the page's own world: it does the meeting, keeps every letter, and asks for everything once it is greeted. */
import { MEET, PRIVATE } from '../../src/protocol/channel.ts'

/** Runs in the page as an init script, before or after the instrument. */
export const FAKE_RELAY = `(() => {
  const MEET = ${JSON.stringify(MEET)}, PRIVATE = ${JSON.stringify(PRIVATE)}
  const node = document.createElement('i'), letters = [], parse = JSON.parse, dispatch = node.dispatchEvent.bind(node)
  const Tell = CustomEvent, detailOf = Function.prototype.call.bind(Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail').get)
  const relay = { letters, met: 0, sighted: 0, join: true, tell: (name, detail = '') => dispatch(new Tell(name, { detail })) }
  const introduce = () => document.dispatchEvent(new MouseEvent(MEET.meet, { relatedTarget: node }))
  node.addEventListener(PRIVATE.met, () => { relay.met++; document.removeEventListener(MEET.ready, introduce) })
  node.addEventListener(PRIVATE.up, (event) => { letters[letters.length] = detailOf(event) })
  node.addEventListener(PRIVATE.sighted, () => { relay.sighted++ })
  relay.command = (command, doc) => relay.tell(PRIVATE.command, '{"v":1' + (doc ? ',"doc":"' + doc + '"' : '') + ',"command":' + command + '}')
  relay.start = (after = -1) => { relay.tell(PRIVATE.joined); relay.command('{"type":"replay","after":' + after + '}') }
  Object.defineProperty(window, 'relay', { value: relay })
  document.addEventListener(MEET.ready, introduce)
  introduce()
})()`
