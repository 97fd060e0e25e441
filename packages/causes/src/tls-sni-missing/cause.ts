import {
  absent,
  cite,
  defineCause,
  endpointParts,
  firstSeen,
  hostKind,
  says,
  seenBy,
  unknown,
} from '@mongowhy/core'
import type { Ask, Cause, Certainty, Endpoint, Evidence, Inference } from '@mongowhy/core'

import { ask } from '../kit/evidence.ts'
import { wantingIn } from '../kit/experiments/offer.ts'
import {
  citeArm,
  citeIndifference,
  nameFindings,
  serverNameExperiment,
} from '../kit/experiments/server-name.ts'
import {
  hellos,
  notYetAsked,
  overHandshakes,
  refusalBeforeCertificate,
  sawNoCertificate,
  widestAnswer,
} from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'

interface Facts {
  readonly endpoint: Endpoint
  readonly host: string
  readonly isAddress: boolean
  /** `any`: a name that nobody has is enough; `whatever`: it refuses such a name in the same way. */
  readonly how: 'alert' | 'told' | 'proven' | 'any' | 'whatever'
  /** A name by which the same address lets us in. */
  readonly name: string | null
}

export const cause: Cause = defineCause<Facts>({
  code: 'tls-sni-missing',
  title: 'The server wants to be told its name (SNI)',
  scope: 'endpoint',
  experiments: [serverNameExperiment],
  refines: ['tls-refused-before-certificate'],
  infer: (evidence, at) => overHandshakes(evidence, at, (look) => judge(evidence, look)),
  advise: ({ endpoint, host, isAddress, how, name }) => ({
    title:
      how === 'told'
        ? says`${endpoint} says that no server name (SNI) reached it`
        : how === 'whatever'
          ? says`${endpoint} refuses TLS before it shows a certificate, and no server name (SNI) was sent to it`
          : says`${endpoint} wants to be told its name (SNI), and no name was sent`,
    explanation:
      how === 'told'
        ? says`The server answered that it was given no server name. It serves many deployments on one address and picks by the name in the TLS hello.`
        : how === 'whatever'
          ? says`No server name was sent for ${host}, and the hello was refused before a certificate; with a name that nobody has it was refused in the same way. So the server serves some names alone and wants the right one, or it refuses this client whatever the name: by an access list or another policy, or for a fault of its own.`
          : isAddress
            ? says`The connection string names the address ${host}. TLS sends no server name for an address, and this server refuses a hello without one, before it shows a certificate: it serves several names and cannot tell which is meant.`
            : says`No server name was sent for ${host}, and the server refuses such a hello before it shows a certificate.`,
    steps: [
      name !== null
        ? says`Write ${name} instead of ${host} in the connection string: under that name the same address shows its certificate.`
        : isAddress
          ? says`Write the server's host name instead of ${host} in the connection string; for Atlas copy the string anew from Connect, Drivers.`
          : says`Use a driver that sends the server name, and the host name that the server's certificate carries.`,
      says`If a tunnel, stunnel or a balancer stands between, let it pass TLS through, or make it send the server's own name.`,
    ],
    ...(how === 'proven' || how === 'told' || how === 'any'
      ? {}
      : {
          confirm: says`Run "openssl s_client -connect ${endpoint} -servername NAME" with the server's host name, and again with -noservername: a certificate only with the name proves it.`,
        }),
  }),
})

// Alerts that a server answers a missing name with. 112 and 109 say so; the others are what multi-tenant servers send.
const saying = [112, 109]
const handshakeFailure = 40
const usual = [80, handshakeFailure, 49]

function judge(evidence: Evidence, look: HandshakeLook): Inference<Facts> {
  const { saw } = look
  const endpoint = look.ask.endpoint ?? ''
  const { host } = endpointParts(endpoint)
  const facts = { endpoint, host, isAddress: isAddress(host) }
  const told = toldSo(evidence, look)
  if (told !== null) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { ...facts, how: 'told', name: null },
      because: [told],
    }
  }
  if (saw.servername !== null) return absent(cite(look, says`the server name ${saw.servername} was sent`))
  if (!sawNoCertificate(saw))
    return absent(cite(look, says`${endpoint} showed a certificate without being told a name`))
  const alert = refusalBeforeCertificate(saw)
  if (alert === undefined || ![...saying, ...usual].includes(alert.number)) return unknown()
  // The offer was what it refused, if a wider one without a name was taken.
  const widest = widestAnswer(evidence, look)
  if (widest !== undefined && !sawNoCertificate(widest.saw)) {
    return absent(
      cite(widest, says`offered every cipher, ${endpoint} showed a certificate without being told a name`),
    )
  }
  const wanting = wantingIn(evidence, look.ask.endpoint)
  if (wanting !== null) return absent(wanting.says)
  const trials = namesFor(evidence, saw.address).map((name) => withName(look, name))
  const open = notYetAsked(evidence, ...trials)
  if (open.length > 0) return unknown(...open)
  const seen = cite(
    look,
    says`${endpoint} answered a hello without server name with alert ${alert.number} (${alert.name})`,
  )
  const named = tried(evidence, look)
  const proof = named.find((each) => !sawNoCertificate(each.saw))
  if (proof !== undefined) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { ...facts, how: 'proven', name: proof.saw.servername },
      because: [
        seen,
        cite(proof, says`told the name ${proof.saw.servername ?? ''}, it showed its certificate`),
      ],
    }
  }
  const found = nameFindings(evidence, look.ask.endpoint)
  if (found !== null && found.passesWithOther !== null) {
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { ...facts, how: 'any', name: null },
      because: [seen, ...citeArm(found.trials.control), ...citeArm(found.passesWithOther)],
    }
  }
  const whatever = found?.indifferent === true && !saying.includes(alert.number)
  const refusedToo = named.find((each) => refusalBeforeCertificate(each.saw) !== undefined)
  return {
    is: 'present',
    certainty: certaintyOf(alert.number, whatever || refusedToo !== undefined),
    bearing: 'fault',
    facts: { ...facts, how: whatever ? 'whatever' : 'alert', name: null },
    because:
      refusedToo === undefined
        ? [seen, ...(whatever && found !== null ? citeIndifference(found) : [])]
        : [seen, cite(refusedToo, says`with the name ${refusedToo.saw.servername ?? ''} it was refused too`)],
  }
}

/** With no name tried that helps, the alert's own meaning and what servers mostly send is all there is. */
function certaintyOf(alert: number, refusedToo: boolean): Certainty {
  if (saying.includes(alert)) return 'likely'
  // It says "nothing in common" of ciphers and curves first of all.
  return refusedToo || alert === handshakeFailure ? 'possible' : 'likely'
}

function isAddress(host: string): boolean {
  const kind = hostKind(host)
  return kind === 'ipv4' || kind === 'ipv6'
}

/** Names that the evidence ties to this address: the hosts file, and host names that resolved to it. At most three. */
function namesFor(evidence: Evidence, address: string): readonly string[] {
  const fromFile = (firstSeen(evidence, 'env.host')?.saw.hostsFile ?? []).flatMap((line) =>
    line.address === address ? [line.name] : [],
  )
  const resolved = seenBy(evidence, 'dns.query').flatMap(({ saw }) =>
    saw.outcome === 'answer' &&
    saw.records.some((record) => 'address' in record && record.address === address)
      ? [saw.name]
      : [],
  )
  return [...new Set([...fromFile, ...resolved])].filter((name) => name !== 'localhost').slice(0, 3)
}

function withName(look: HandshakeLook, servername: string): Ask {
  return ask('tls.handshake', look.ask.endpoint, { address: look.saw.address, servername })
}

function tried(evidence: Evidence, look: HandshakeLook): readonly HandshakeLook[] {
  return seenBy(evidence, 'tls.handshake', look.ask.endpoint).filter(
    ({ saw, ask: { vary } }) =>
      saw.address === look.saw.address && typeof vary.servername === 'string' && vary.ciphers === undefined,
  )
}

/** Atlas says so in words, under the one code that it has for everything. */
function toldSo(evidence: Evidence, look: HandshakeLook): ReturnType<typeof cite> | null {
  const isIt = (code: number | null, message: string): boolean =>
    code === 8000 && /\bno SNI name\b/i.test(message)
  const hello = hellos(evidence, look.ask.endpoint, 'tls', look.saw.address).find(
    ({ saw: { outcome } }) => outcome.is === 'error' && isIt(outcome.code, outcome.message),
  )
  if (hello !== undefined) return cite(hello, says`the server answered that no SNI name was sent`)
  if (look.saw.outcome.is !== 'secure') return null
  const login = seenBy(evidence, 'auth.login').find(
    ({ saw: { outcome } }) =>
      (outcome.is === 'rejected' || outcome.is === 'failed') &&
      isIt(outcome.error.code, outcome.error.message),
  )
  return login === undefined
    ? null
    : cite(login, says`the server answered the login that no SNI name was sent`)
}
