import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { mintedExperiment } from '../kit/experiments/minted.ts'
import {
  atlasEndpoint,
  atlasHost,
  caseAddress,
  caseEndpoint,
  defective,
  leafCertificate,
  secure,
  towards,
} from '../kit/tls-case.ts'
import { tried } from '../kit/trial-case.ts'
import type { TlsSighting } from '@mongowhy/core'

const at = caseEndpoint
const vary = { address: caseAddress }
const untrusted = { is: 'untrusted-root', depth: 1, subject: 'CN=Lab root' } as const
const signedBy = (name: string, more: Partial<TlsSighting> = {}): TlsSighting =>
  defective([{ ...untrusted, subject: name }], {
    chain: [
      { ...leafCertificate, issuer: name },
      { ...leafCertificate, subject: name, issuer: name, isCa: true },
    ],
    chainLength: 2,
    ...more,
  })
const own = signedBy('CN=Acme root')
const foreign: TlsSighting = {
  ...own,
  servername: 'no-such-host.invalid',
  chain: [{ ...leafCertificate, altNames: ['no-such-host.invalid'] }],
}
const seen = (saw: TlsSighting) => towards().saw('tls.handshake', at, vary, saw)
const answersTo = (saw: TlsSighting, other: TlsSighting) =>
  tried(seen(saw), mintedExperiment.name, at, vary, saw, { 'another name': other })

export const cases: Cases = defineCases({
  code: 'tls-intercepted',
  matching: [
    {
      name: 'a known name, and certificates made on the spot',
      evidence: answersTo(signedBy('O=mitmproxy, CN=mitmproxy'), foreign).build(),
      at,
      certainty: 'certain',
    },
    {
      name: 'a known name for an Atlas host',
      evidence: towards(atlasHost)
        .saw('tls.handshake', atlasEndpoint, vary, signedBy('O=Zscaler Inc., CN=Zscaler Root CA'))
        .build(),
      at: atlasEndpoint,
      certainty: 'certain',
    },
    {
      name: 'a known name alone',
      evidence: seen(signedBy('O=Fortinet, CN=FG100E')).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'certificates made on the spot by an authority that nobody knows',
      evidence: answersTo(own, foreign).build(),
      at,
      certainty: 'likely',
    },
    {
      name: 'a private authority for an Atlas host',
      evidence: towards(atlasHost).saw('tls.handshake', atlasEndpoint, vary, own).build(),
      at: atlasEndpoint,
      certainty: 'likely',
    },
    {
      name: 'an authority of that name that the client trusts',
      evidence: seen({
        ...secure,
        chain: [{ ...leafCertificate, issuer: 'O=Zscaler Inc., CN=Zscaler Intermediate Root CA' }],
      }).build(),
      at,
      certainty: 'likely',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a private authority, not tried yet',
      evidence: seen(own).build(),
      at,
      is: 'unknown',
      really: 'tls-private-ca',
    },
    {
      name: 'a private authority that has one certificate for every name',
      evidence: answersTo(own, own).build(),
      at,
      is: 'absent',
      really: 'tls-private-ca',
    },
    {
      name: 'a server that is called after a product',
      evidence: seen(
        defective([untrusted], { chain: [{ ...leafCertificate, subject: 'CN=zscaler-logs.lab.test' }] }),
      ).build(),
      at,
      is: 'unknown',
      really: 'tls-private-ca',
    },
    {
      name: 'a public authority whose root the store lacks',
      evidence: seen(signedBy("C=US, O=Let's Encrypt, CN=R11")).build(),
      at,
      is: 'absent',
      really: 'tls-trust-store-outdated',
    },
    {
      name: 'a private authority, and another name',
      evidence: seen(
        defective([
          untrusted,
          {
            is: 'name-mismatch',
            depth: 0,
            subject: 'CN=a.lab.test',
            wanted: 'db.lab.test',
            names: ['a.lab.test'],
          },
        ]),
      ).build(),
      at,
      is: 'absent',
      really: 'tls-hostname-mismatch',
    },
    {
      name: 'a chain that is trusted',
      evidence: seen(secure).build(),
      at,
      is: 'absent',
    },
  ],
})
