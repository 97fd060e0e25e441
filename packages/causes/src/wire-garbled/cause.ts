import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Certainty, Endpoint, HelloSighting, Phrase, SeenLook } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'
import { bearingAt } from '../kit/reach.ts'

type Malformed = Extract<HelloSighting['outcome'], { readonly is: 'malformed' }>

interface Facts {
  readonly endpoint: Endpoint
  readonly problem: Malformed['problem']
  readonly detail: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'wire-garbled',
  title: 'The server’s reply arrives damaged',
  scope: 'endpoint',
  explains: ['topology-no-primary'],
  infer: (evidence, at) => {
    const tls = effective(evidence)?.tls
    if (tls === undefined) return unknown()
    // What comes back in the form that the target does not use is no reply to the user's own question.
    const looks = seenBy(evidence, 'wire.hello', at ?? undefined).filter(
      ({ saw }) => saw.transport === (tls ? 'tls' : 'plain'),
    )
    for (const look of looks) {
      const { outcome } = look.saw
      const certainty = outcome.is === 'malformed' ? certaintyOf(outcome) : null
      if (outcome.is !== 'malformed' || certainty === null) continue
      return {
        is: 'present',
        certainty,
        bearing: bearingAt(evidence, at),
        facts: { endpoint: at ?? '', problem: outcome.problem, detail: outcome.detail },
        because: [cite(look, saidOf(outcome))],
      }
    }
    const whole = looks.find(isWhole)
    return whole === undefined ? unknown() : absent(cite(whole, says`its reply came whole`))
  },
  advise: ({ endpoint, problem, detail }) => ({
    title: isCut(problem)
      ? says`${endpoint} ends the connection in the middle of its reply`
      : problem === 'field'
        ? says`${endpoint} answers hello with what no driver can use`
        : says`${endpoint} sends a reply that is no valid message`,
    explanation: isCut(problem)
      ? says`The reply to our first message began and was not finished: ${detail} came, then the connection ended. A server that crashes on the way, or something between that cuts connections (a balancer, a tunnel, a size limit), does this.`
      : problem === 'field'
        ? says`Its reply to hello can be read, and is not what drivers need to follow the deployment: ${detail}. The official driver fails on such a field outside of any call, so that the application may end without an error of its own. A server that is not MongoDB's own, a proxy that makes up replies, or a defect of the server does this.`
        : says`What came back has the form of MongoDB's protocol and cannot be read: ${detail}. A proxy or device that changes the bytes, a server that is not MongoDB's own, or a defect of the server does this. A driver closes the connection at that point.`,
    steps: [
      says`From the server's own machine, past everything between: mongosh --port ${portOf(endpoint)} --eval "db.hello()". If that works, what stands between damages the bytes: balancer, proxy, tunnel, service mesh, traffic inspection.`,
      says`If it fails there too: look into the server's log at that moment for a crash or an assertion, and say which product and version answers.`,
      ...(isCut(problem)
        ? []
        : [says`Check that the port is MongoDB's and not that of another binary protocol.`]),
    ],
    operator: [
      says`The log of mongod at ${endpoint} at that time: a crash, an assertion, a restart.`,
      says`What stands before it: proxies that take the stream for another protocol, limits of size or time.`,
    ],
    confirm: says`The same command through the way that fails and past it: damaged only on the way means that what stands there does it.`,
  }),
})

/** Null where it is not damaged but late: a server that hangs. */
function certaintyOf({ problem }: Malformed): Certainty | null {
  switch (problem) {
    case 'bson':
    case 'length':
    case 'header':
    case 'field':
    case 'cut':
      return 'certain'
    // So few bytes may be another protocol's as well.
    case 'cut-header':
      return 'possible'
    case 'too-slow':
      return null
  }
}

function isWhole({ saw }: SeenLook<'wire.hello'>): boolean {
  return saw.outcome.is === 'reply' || saw.outcome.is === 'error'
}

function saidOf({ problem, detail }: Malformed): Phrase {
  if (problem === 'field') return says`of its reply to hello, ${detail}`
  return isCut(problem)
    ? says`its reply ended after ${detail}`
    : says`its reply is no valid message: ${detail}`
}

function isCut(problem: Malformed['problem']): boolean {
  return problem === 'cut' || problem === 'cut-header'
}

function portOf(endpoint: Endpoint): string {
  return endpoint.slice(endpoint.lastIndexOf(':') + 1)
}
