import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given, host, records, seeking, srvHost, srvName, told } from '../kit/net-case.ts'

export const cases: Cases = defineCases({
  code: 'dns-runtime-resolver',
  matching: [
    {
      name: 'c-ares knows only this machine, the system answers',
      evidence: told(
        seeking().saw(
          'env.host',
          null,
          {},
          host({ runtimeResolvers: ['127.0.0.1'], systemResolvers: ['192.0.2.53'] }),
        ),
        [srvName, 'SRV', { outcome: 'unreachable', errno: 'ECONNREFUSED' }, 'runtime'],
        [srvHost, 'A', { outcome: 'nxdomain' }, 'system'],
      ).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'link-local leftovers of a VPN',
      evidence: told(
        seeking().saw(
          'env.host',
          null,
          {},
          host({ runtimeResolvers: ['fe80::1%eth0', '127.0.0.1'], systemResolvers: null }),
        ),
        [srvName, 'SRV', { outcome: 'unreachable', errno: 'ECONNREFUSED' }, 'runtime'],
        [srvHost, 'A', records({ type: 'A', address: '127.0.0.1' }), 'system'],
      ).build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'the machine’s own resolver is down, for everyone',
      evidence: told(
        seeking().saw(
          'env.host',
          null,
          {},
          host({ runtimeResolvers: ['127.0.0.53'], systemResolvers: ['127.0.0.53'] }),
        ),
        [srvName, 'SRV', { outcome: 'unreachable', errno: 'ECONNREFUSED' }, 'runtime'],
        [srvHost, 'A', { outcome: 'nxdomain' }, 'system'],
      ).build(),
      at: null,
      is: 'absent',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'the system finds nothing out either',
      evidence: told(
        seeking().saw(
          'env.host',
          null,
          {},
          host({ runtimeResolvers: ['127.0.0.1'], systemResolvers: ['192.0.2.53'] }),
        ),
        [srvName, 'SRV', { outcome: 'unreachable', errno: 'ECONNREFUSED' }, 'runtime'],
        [srvHost, 'A', { outcome: 'temporary' }, 'system'],
      ).build(),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'a resolver that the user named is closed',
      evidence: told(seeking(), [srvName, 'SRV', { outcome: 'unreachable', errno: 'ECONNREFUSED' }]).build(
        given,
      ),
      at: null,
      is: 'unknown',
      really: 'dns-resolver-refuses',
    },
    {
      name: 'Node also knows a resolver elsewhere',
      evidence: told(
        seeking().saw(
          'env.host',
          null,
          {},
          host({ runtimeResolvers: ['127.0.0.1', '192.0.2.53'], systemResolvers: ['192.0.2.53'] }),
        ),
        [srvName, 'SRV', { outcome: 'unreachable', errno: 'ECONNREFUSED' }, 'runtime'],
        [srvHost, 'A', { outcome: 'nxdomain' }, 'system'],
      ).build(),
      at: null,
      is: 'absent',
    },
  ],
})
