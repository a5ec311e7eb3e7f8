/** Whether a comparison names a server that became slower, first and as the server's. */
import type { Finding } from '../src/core/compare/finding.ts'

/** In the group of calls and in no phase of the page: what the server says of itself, or else the wait for it. */
export function slownessIn(findings: readonly Finding[]): { isFound: boolean; says: string } {
  const numbers = findings.filter((each) => each.type === 'number')
  const isServers = ({ kind }: (typeof numbers)[number]) => kind === 'server' || kind === 'server + network'
  const [first] = numbers
  return {
    isFound:
      first !== undefined &&
      isServers(first) &&
      numbers.some((each) => isServers(each) && each.group.kind === 'call' && each.shift.value > 0),
    says: numbers.map(({ kind, group }) => `${group.name} ${kind}`).join(', ') || 'nothing',
  }
}
