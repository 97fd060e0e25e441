import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, server, srvHost, srvName, told } from '../kit/net-case.ts'
import { towards } from '../kit/tls-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-resolver-refuses',
  matching: [
    {
      name: 'REFUSED',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'refused' }]).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'REFUSED for IPv6 addresses alone',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', records({ type: 'A', address: '192.0.2.1' })],
        ['db.lab.test', 'AAAA', { outcome: 'refused' }],
      ).build(given),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the resolver’s port is closed',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'unreachable', errno: 'ECONNREFUSED' }]).build(
        given,
      ),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'no way to the resolver',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'unreachable', errno: 'ENETUNREACH' }]).build(
        given,
      ),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'silent to every question',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'timeout' }],
        [srvHost, 'TXT', { outcome: 'timeout' }],
        [srvHost, 'A', { outcome: 'timeout' }],
      ).build(given),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'silent on a plain host',
      evidence: told(
        towards('db.lab.test', { tls: false }),
        ['db.lab.test', 'A', { outcome: 'timeout' }],
        ['db.lab.test', 'AAAA', { outcome: 'timeout' }],
      ).build(given),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'silent to every question, but for one without EDNS',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'timeout' }],
        [srvHost, 'TXT', { outcome: 'timeout' }],
        [srvHost, 'A', { outcome: 'timeout' }],
      )
        .saw(
          'dns.query',
          null,
          { name: srvName, type: 'SRV', resolver: { server }, edns: false },
          { name: srvName, type: 'SRV', server, transport: 'udp', outcome: 'nodata' },
        )
        .build(given),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'silent on SRV alone',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'timeout' }],
        [srvHost, 'TXT', { outcome: 'nodata' }],
        [srvHost, 'A', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      is: 'absent',
      really: 'dns-srv-dropped',
    },
    {
      name: 'SERVFAIL',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'servfail' }]).build(given),
      at: null,
      is: 'absent',
      really: 'dns-servfail',
    },
    {
      name: 'NXDOMAIN',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'nxdomain' }]).build(given),
      at: null,
      is: 'absent',
      really: 'dns-srv-name-missing',
    },
    {
      name: 'silent on SRV, other questions not asked yet',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'timeout' }]).build(given),
      at: null,
      is: 'unknown',
    },
  ],
})
