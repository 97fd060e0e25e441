import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'
import { dialled, records, setAside, told } from '../kit/net-case.ts'
import { memberHello, plainTowards } from '../kit/server-case.ts'
import { helloSaw } from '../kit/tls-case.ts'

const local = 'localhost:27017'
const member = 'mongo-1.prod.internal:27017'
const name = 'mongo-1.prod.internal'

function answered(named: string, roundTripMs: number, openingMs = 0.1, spreadMs = 1): EvidenceBuilder {
  const hello = memberHello({ me: named, hosts: [named], primary: named })
  const saw = { ...helloSaw({ is: 'reply', hello }, 'plain', '127.0.0.1'), roundTripMs }
  const vary = { address: '127.0.0.1', transport: 'plain' } as const
  const first = dialled(plainTowards(['localhost']), local, '127.0.0.1', {
    is: 'open',
    roundTripMs: openingMs,
  }).saw('wire.hello', local, vary, saw)
  return [1, 2, 3, 4].reduce(
    (built, round) =>
      setAside(
        built.saw('wire.hello', local, vary, { ...saw, roundTripMs: roundTripMs + spreadMs * round }),
        'how-far',
        round,
      ),
    first,
  )
}

function gone(built: EvidenceBuilder): EvidenceBuilder {
  return told(
    built,
    [name, 'A', { outcome: 'nxdomain' }, 'system'],
    [name, 'AAAA', { outcome: 'nxdomain' }, 'system'],
  )
}

export const cases: Cases = defineCases({
  code: 'proxy-tunnel-discovery',
  matching: [
    {
      name: 'a port of this machine whose answers come from afar, and names that lead nowhere',
      evidence: gone(answered(member, 31)).build(),
      at: null,
      certainty: 'likely',
    },
    {
      name: 'private addresses that are silent from here',
      evidence: dialled(answered('10.0.0.5:27017', 31), '10.0.0.5:27017', '10.0.0.5', {
        is: 'silent',
      }).build(),
      at: null,
      certainty: 'likely',
    },
  ],
  lookAlikes: [
    {
      name: 'a machine so busy that opening the port took long as well',
      evidence: gone(answered(member, 31, 12)).build(),
      at: null,
      is: 'unknown',
      really: 'topology-advertised-hosts',
    },
    {
      name: 'a server on this machine that is busy: its answers are slow, and each as slow as it happens to be',
      evidence: gone(answered(member, 17, 0.1, 6)).build(),
      at: null,
      is: 'unknown',
      really: 'topology-advertised-hosts',
    },
    {
      name: 'a container on this machine: its answers are quick',
      evidence: gone(answered(member, 0.6)).build(),
      at: null,
      is: 'absent',
      really: 'topology-advertised-hosts',
    },
    {
      name: 'one answer was slow, the next ones are not',
      evidence: gone(
        setAside(
          answered(member, 31).saw(
            'wire.hello',
            local,
            { address: '127.0.0.1', transport: 'plain' },
            {
              ...helloSaw(
                { is: 'reply', hello: memberHello({ me: member, hosts: [member] }) },
                'plain',
                '127.0.0.1',
              ),
              roundTripMs: 0.5,
            },
          ),
          'how-far',
          5,
        ),
      ).build(),
      at: null,
      is: 'absent',
      really: 'topology-advertised-hosts',
    },
    {
      name: 'a tunnel whose member is known here by its own name',
      evidence: dialled(
        told(answered(member, 31), [name, 'A', records({ type: 'A', address: '10.0.0.5' }), 'system']),
        member,
        '10.0.0.5',
        { is: 'open', roundTripMs: 30 },
      ).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a set far away, met under a name of its own',
      evidence: plainTowards([name]).build(),
      at: null,
      is: 'unknown',
      really: 'topology-advertised-hosts',
    },
  ],
})
