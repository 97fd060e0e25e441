import type { DnsSighting, RecordType } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { remaining } from '../bounded.ts'
import { NameError, writeName } from './name.ts'
import type { DnsOutcome } from './outcome.ts'
import { serverParts } from './server.ts'
import { resolveSystem } from './system.ts'
import { queryTcp } from './tcp.ts'
import { queryUdp } from './udp.ts'

export interface Question {
  readonly name: string
  readonly type: RecordType
  /** `false`: without EDNS from the start. */
  readonly edns?: false | undefined
  readonly checkingDisabled?: true | undefined
}

/**
 * Asks one resolver with packets of our own, so that nothing of its answer is hidden: UDP first, TCP when the reply was
 * truncated, or TCP alone when that is asked for.
 */
export async function askServer(
  question: Question,
  server: string,
  bound: Bound,
  transport?: 'udp' | 'tcp',
): Promise<DnsSighting> {
  const since = performance.now()
  const saw = (used: 'udp' | 'tcp', outcome: DnsOutcome): DnsSighting => ({
    name: question.name,
    type: question.type,
    server,
    transport: used,
    ...outcome,
  })
  const unwritable = nameProblem(question.name)
  if (unwritable !== null) return saw(transport ?? 'udp', { outcome: 'failed', code: 'EBADNAME' })
  const { host, port } = serverParts(server)
  const [address] = (await resolveSystem(host, bound)).order
  if (address === undefined) return saw(transport ?? 'udp', { outcome: 'unreachable', errno: 'ENOTFOUND' })
  if (transport === 'tcp') return saw('tcp', await queryTcp(question, { address, port }, bound))
  const overUdp = await queryUdp(question, { address, port }, bound)
  if (overUdp.outcome !== 'truncated' || transport === 'udp') return saw('udp', overUdp)
  const overTcp = await queryTcp(question, { address, port }, remaining(bound, since))
  switch (overTcp.outcome) {
    case 'unreachable':
      return saw('tcp', {
        outcome: 'truncated',
        tcp: overTcp.errno === 'ECONNREFUSED' ? 'refused' : 'failed',
      })
    case 'timeout':
      return saw('tcp', { outcome: 'truncated', tcp: 'silent' })
    case 'failed':
      return saw('tcp', { outcome: 'truncated', tcp: 'failed' })
    default:
      return saw('tcp', overTcp)
  }
}

function nameProblem(name: string): string | null {
  try {
    writeName(name)
    return null
  } catch (error) {
    if (error instanceof NameError) return error.message
    throw error
  }
}
