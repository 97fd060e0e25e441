import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, records, seeking, srvHost, srvName, srvRecord, told } from '../kit/net-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-srv-on-plain-name',
  matching: [
    {
      name: 'no SRV record, but an address',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'TXT', { outcome: 'nodata' }],
        [srvHost, 'A', records({ type: 'A', address: '127.0.0.1' })],
        [srvHost, 'AAAA', { outcome: 'nodata' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'only an IPv6 address',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nodata' }],
        [srvHost, 'A', { outcome: 'nodata' }],
        [srvHost, 'AAAA', records({ type: 'AAAA', address: '::1' })],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'an address given by hand to dnsmasq, which denies everything else about the name',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'TXT', { outcome: 'nxdomain' }],
        [srvHost, 'A', records({ type: 'A', address: '127.0.0.1' })],
        [srvHost, 'AAAA', { outcome: 'nxdomain' }],
        [srvHost.slice(srvHost.indexOf('.') + 1), 'A', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'no address either',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'A', { outcome: 'nxdomain' }],
        [srvHost, 'AAAA', { outcome: 'nxdomain' }],
      ).build(given),
      at: null,
      is: 'absent',
      really: 'dns-srv-name-missing',
    },
    {
      name: 'a portal that gives every name an address, and denies the TXT',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'TXT', { outcome: 'nxdomain' }],
        [srvHost, 'A', records({ type: 'A', address: '127.0.0.1' })],
        [srvHost, 'AAAA', { outcome: 'nodata' }],
        [srvHost.slice(srvHost.indexOf('.') + 1), 'A', records({ type: 'A', address: '127.0.0.1' })],
      ).build(given),
      at: null,
      is: 'absent',
      really: 'dns-srv-name-missing',
    },
    {
      name: 'the address could not be looked up',
      evidence: told(
        seeking(),
        [srvName, 'SRV', { outcome: 'nxdomain' }],
        [srvHost, 'A', { outcome: 'timeout' }],
        [srvHost, 'AAAA', { outcome: 'timeout' }],
      ).build(given),
      at: null,
      is: 'unknown',
    },
    {
      name: 'an SRV record beside an address',
      evidence: told(
        seeking(),
        [srvName, 'SRV', records(srvRecord('db.lab.test'))],
        [srvHost, 'A', records({ type: 'A', address: '127.0.0.1' })],
      ).build(given),
      at: null,
      is: 'absent',
    },
  ],
})
