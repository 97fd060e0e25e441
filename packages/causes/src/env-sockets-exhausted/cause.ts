import {
  absent,
  cite,
  defineCause,
  firstSeen,
  hostKind,
  says,
  seenBy,
  together,
  unknown,
} from '@mongowhy/core'
import type { Cause, Citation, Evidence, Inference } from '@mongowhy/core'

import { citeTcp } from '../kit/reach.ts'
import type { TcpLook } from '../kit/reach.ts'

type What = 'process-files' | 'system-files' | 'ports'

interface Facts {
  readonly what: What
  readonly limit: number | null
  readonly sockets: {
    readonly open: number
    readonly timeWait: number
    readonly localPorts: number | null
  } | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'env-sockets-exhausted',
  title: 'This machine has no socket left to connect with',
  scope: 'target',
  refines: ['tcp-no-route'],
  infer(evidence) {
    const looks = seenBy(evidence, 'tcp.connect')
    const spent = looks.flatMap((look) => {
      const what = whatEnded(look)
      return what === null ? [] : [{ look, what }]
    })
    const [first] = spent
    if (first === undefined) {
      const [met] = looks.filter(({ saw }) => saw.outcome.is === 'open' || saw.outcome.is === 'refused')
      return met === undefined ? unknown() : absent(citeTcp(met))
    }
    return first.what === 'ports' ? ports(evidence, first.look) : files(evidence, first.look, first.what)
  },
  advise: ({ what, limit, sockets }) => ({
    title:
      what === 'ports'
        ? says`This machine has no local port left to connect from (EADDRNOTAVAIL)`
        : what === 'process-files'
          ? says`This process may open no more files or sockets (EMFILE${limit === null ? '' : `, limit ${limit}`})`
          : says`This machine has no more room for open files (ENFILE)`,
    explanation: together(
      says`Nothing left this machine: the system itself refused to make the connection, so nothing is known of the server.`,
      what === 'ports' && sockets !== null
        ? says`It has ${sockets.open} TCP sockets open and ${sockets.timeWait} waiting to be forgotten, with ${sockets.localPorts ?? 'an unknown number of'} local ports for each server.`
        : says``,
      says`A program that makes a client for each request, or never closes what it opened, uses them up; the restart that seems to help only begins anew.`,
    ),
    steps: [
      what === 'ports'
        ? says`See who holds them: ss -tanp | awk '{print $1, $5}' | sort | uniq -c | sort -n | tail. Thousands to one address are a program without a pool.`
        : says`See who holds them: ls /proc/PID/fd | wc -l for the program, lsof -p PID for what they are.`,
      says`In the program: one MongoClient for the whole process, opened once and reused; a bound on its pool (maxPoolSize).`,
      what === 'ports'
        ? says`Until then: sysctl net.ipv4.ip_local_port_range="1024 65535", and net.ipv4.tcp_tw_reuse=1.`
        : says`Until then raise the limit: ulimit -n 65536 in the shell, LimitNOFILE= in the unit of systemd, --ulimit nofile= in Docker.`,
    ],
    ...(what === 'ports'
      ? {
          confirm: says`Does any other new connection to the same address and port fail alike from here, and succeed from another machine?`,
        }
      : {}),
  }),
})

function whatEnded({ saw }: TcpLook): What | null {
  const { outcome, address } = saw
  if (outcome.is === 'failed') {
    if (outcome.errno === 'EMFILE') return 'process-files'
    return outcome.errno === 'ENFILE' ? 'system-files' : null
  }
  // A machine without IPv6 says the same of an IPv6 address.
  const noPort = outcome.is === 'unreachable' && outcome.errno === 'EADDRNOTAVAIL'
  return noPort && hostKind(address) === 'ipv4' ? 'ports' : null
}

function files(evidence: Evidence, look: TcpLook, what: What): Inference<Facts> {
  const limit = firstSeen(evidence, 'env.host')?.saw.descriptors.limit ?? null
  return {
    is: 'present',
    certainty: 'certain',
    bearing: 'fault',
    facts: { what, limit, sockets: null },
    because: [citeTcp(look)],
  }
}

/** Ports are counted for each server apart, so a machine can run out of them towards one with others left. */
function ports(evidence: Evidence, look: TcpLook): Inference<Facts> {
  const machine = firstSeen(evidence, 'env.host')
  const sockets = machine?.saw.sockets ?? null
  const localPorts = sockets?.localPorts ?? null
  const used = sockets === null ? null : sockets.open + sockets.timeWait
  const many = used !== null && localPorts !== null && used >= localPorts / 2
  const counted: readonly Citation[] =
    machine === undefined || used === null
      ? []
      : [
          cite(
            machine,
            says`${used} TCP sockets exist, with ${localPorts ?? 'an unknown number of'} local ports`,
          ),
        ]
  return {
    is: 'present',
    certainty: many ? 'certain' : used === null || localPorts === null ? 'likely' : 'possible',
    bearing: 'fault',
    facts: { what: 'ports', limit: null, sockets },
    because: [citeTcp(look), ...counted],
  }
}
