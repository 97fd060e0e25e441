import type { OcspSighting } from '@mongowhy/core'

import type { Handshake } from '../tls/index.ts'
import { leafAndIssuer } from './ask.ts'
import { judgeAnswer } from './judge.ts'

/** What a handshake that asked for a stapled answer came to. */
export function stapledIn(met: Handshake, caPem: Buffer | null): OcspSighting {
  const { chain } = met.finish('open')
  const [facts] = chain
  const base = {
    source: 'stapled',
    url: null,
    mustStaple: facts?.mustStaple ?? false,
    responders: facts?.ocspResponders ?? [],
  } as const
  if (met.secure === null) return { ...base, outcome: { is: 'handshake-failed' } }
  if (met.staple === null || met.staple.length === 0) return { ...base, outcome: { is: 'none' } }
  const pair = leafAndIssuer(
    chain.map(({ der }) => Buffer.from(der, 'base64')),
    caPem,
  )
  const outcome: OcspSighting['outcome'] =
    pair === null
      ? { is: 'failed', why: 'unreadable', status: null }
      : judgeAnswer(met.staple, pair.leaf, pair.issuer)
  return { ...base, outcome }
}
