import { absent, cite, defineCause, endpointParts, firstSeen, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Citation, EffectiveOptions, Evidence, SeenLook } from '@mongowhy/core'

import { effective } from '../kit/deployment.ts'

interface Facts {
  readonly option: 'serverSelectionTimeoutMS' | 'connectTimeoutMS'
  readonly limitMs: number
  readonly tookMs: number
  readonly parts: Parts
  readonly failed: boolean
}

/** What the way to the first answer took, in milliseconds. */
interface Parts {
  readonly name: number
  readonly tcp: number
  readonly tls: number
  readonly hello: number
}

interface Way {
  readonly hello: SeenLook<'wire.hello'>
  readonly parts: Parts
}

export const cause: Cause = defineCause<Facts>({
  code: 'topology-timeout-too-small',
  title: 'A time limit is shorter than the way takes',
  scope: 'target',
  infer: (evidence) => {
    const options = effective(evidence)
    if (options === undefined) return unknown()
    const fastest = ways(evidence).toSorted((a, b) => sum(a.parts) - sum(b.parts))[0]
    if (fastest === undefined) return unknown()
    const exceeded = exceededBy(fastest.parts, options)
    const said = sayOf(fastest)
    const driver = firstSeen(evidence, 'driver.connect')
    const failed = driver?.saw.outcome.is === 'failed'
    if (exceeded === null) return absent(said)
    return {
      is: 'present',
      // One measure of ours is not the driver's own; that it failed as well makes two.
      certainty: failed ? 'certain' : 'likely',
      bearing: 'fault',
      facts: { ...exceeded, parts: fastest.parts, failed },
      because: [said, ...(failed ? [cite(driver, says`the driver gave up`)] : [])],
    }
  },
  advise: ({ option, limitMs, tookMs, parts, failed }) => ({
    title: says`${option}=${limitMs} is shorter than the way to the server takes (${Math.round(tookMs)} ms)`,
    explanation: says`The server answers, and later than the connection string allows. Measured from here: name resolution ${Math.round(parts.name)} ms, TCP ${Math.round(parts.tcp)} ms, TLS ${Math.round(parts.tls)} ms, first answer ${Math.round(parts.hello)} ms. A driver with that limit gives up before the answer comes${failed ? ', as the official driver did' : ''}.`,
    steps: [
      says`Raise ${option} to five times the measured ${Math.round(tookMs)} ms or more; the defaults (30000 for the selection of a server, 10000 to 30000 for a connection) leave room for an election and a slow start.`,
      ...(parts.name > (parts.tcp + parts.tls + parts.hello) / 2
        ? [
            says`Most of the time goes into name resolution: look at the resolvers, and at search domains that are tried first.`,
          ]
        : []),
      says`If the server is far away: run the application in its region, or use a member near it.`,
      says`If it is near: find out what is slow, the server under load or a proxy on the way.`,
    ],
    ...(failed
      ? {}
      : {
          confirm: says`The same connection string with ${option}=30000: if that connects, it is the limit.`,
        }),
  }),
})

function exceededBy(
  parts: Parts,
  { serverSelectionTimeoutMS, connectTimeoutMS }: EffectiveOptions,
): Pick<Facts, 'option' | 'limitMs' | 'tookMs'> | null {
  const whole = sum(parts)
  if (serverSelectionTimeoutMS > 0 && whole > serverSelectionTimeoutMS) {
    return { option: 'serverSelectionTimeoutMS', limitMs: serverSelectionTimeoutMS, tookMs: whole }
  }
  // The driver bounds opening a connection and waiting for its first answer each by itself.
  const longest = Math.max(parts.tcp + parts.tls, parts.hello)
  return connectTimeoutMS > 0 && longest > connectTimeoutMS
    ? { option: 'connectTimeoutMS', limitMs: connectTimeoutMS, tookMs: longest }
    : null
}

/** Every way on which a server answered. A reply that was read from a connection opened for another look has no TCP part. */
function ways(evidence: Evidence): readonly Way[] {
  return seenBy(evidence, 'wire.hello').flatMap((hello) => {
    const { roundTripMs, address, outcome, transport } = hello.saw
    const { endpoint } = hello.ask
    if (outcome.is !== 'reply' || roundTripMs === null || endpoint === null) return []
    const tcp = seenBy(evidence, 'tcp.connect', endpoint).find(({ saw }) => saw.address === address)
    const tls = seenBy(evidence, 'tls.handshake', endpoint).find(({ saw }) => saw.address === address)
    const { host } = endpointParts(endpoint)
    const names = seenBy(evidence, 'dns.query').filter(
      ({ saw }) => saw.name.toLowerCase() === host && saw.outcome === 'answer' && saw.type !== 'SRV',
    )
    return [
      {
        hello,
        parts: {
          name: names.length === 0 ? 0 : Math.min(...names.map(({ tookMs }) => tookMs)),
          tcp: tcp?.saw.outcome.is === 'open' ? tcp.saw.outcome.roundTripMs : 0,
          tls: transport === 'tls' ? (tls?.tookMs ?? 0) : 0,
          hello: roundTripMs,
        },
      },
    ]
  })
}

function sum({ name, tcp, tls, hello }: Parts): number {
  return name + tcp + tls + hello
}

function sayOf({ hello, parts }: Way): Citation {
  return cite(hello, says`${hello.ask.endpoint ?? ''} answered ${Math.round(sum(parts))} ms after we set out`)
}
