import type { HostSighting, TcpSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, host, open } from '../kit/net-case.ts'
import { caseEndpoint, caseHost, towards } from '../kit/tls-case.ts'

const proxy = { name: 'HTTPS_PROXY', value: 'http://proxy.lab.test:3128' }
const silent: TcpSighting['outcome'] = { is: 'silent' }

function met(
  proxyVariables: HostSighting['proxyVariables'],
  outcome: TcpSighting['outcome'],
  address = '198.51.100.7',
): EvidenceBuilder {
  return dialled(
    towards(caseHost).saw('env.host', null, {}, host({ proxyVariables })),
    caseEndpoint,
    address,
    outcome,
  )
}

export const cases: Cases = defineCases({
  code: 'proxy-env-ignored',
  matching: [
    {
      name: 'a proxy is set, and the direct connection is silent',
      evidence: met([proxy], silent).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'in small letters, with others left out, and no route',
      evidence: met(
        [
          { name: 'all_proxy', value: 'socks5://proxy.lab.test:1080' },
          { name: 'no_proxy', value: 'localhost,.corp.test,10.0.0.1' },
        ],
        { is: 'unreachable', errno: 'ENETUNREACH' },
      ).build(),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'no proxy is set',
      evidence: met([], silent).build(),
      at: null,
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'only NO_PROXY is set',
      evidence: met([{ name: 'NO_PROXY', value: '*' }], silent).build(),
      at: null,
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'NO_PROXY leaves this host out',
      evidence: met([proxy, { name: 'NO_PROXY', value: 'localhost, .lab.test' }], silent).build(),
      at: null,
      is: 'absent',
      really: 'tcp-filtered',
    },
    {
      name: 'the port answers without the proxy',
      evidence: met([proxy], { is: 'refused' }).build(),
      at: null,
      is: 'absent',
      really: 'tcp-refused',
    },
    {
      name: 'it connects without the proxy',
      evidence: met([proxy], open).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a private address, to which no proxy leads',
      evidence: met([proxy], silent, '10.0.0.5').build(),
      at: null,
      is: 'unknown',
      really: 'tcp-filtered',
    },
    {
      name: 'the string names a proxy itself',
      evidence: dialled(
        towards(caseHost, { proxy: { host: 'proxy.lab.test', port: 1080, hasCredentials: false } }).saw(
          'env.host',
          null,
          {},
          host({ proxyVariables: [proxy] }),
        ),
        caseEndpoint,
        '198.51.100.7',
        silent,
      ).build(),
      at: null,
      is: 'absent',
    },
  ],
})
