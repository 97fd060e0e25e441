import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Inference, Phrase, SeenLook, Verification } from '@mongowhy/core'

import {
  acceptedByRuntime,
  bearingOf,
  isNamesake,
  lacksIntermediate,
  storeVerdict,
  trustDefects,
} from '../kit/chain.ts'
import { effective, handshakes } from '../kit/deployment.ts'
import { citeTlsOption, wantsTls } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'
import { advise, counted } from './words.ts'
import type { Facts } from './words.ts'

export const cause: Cause = defineCause<Facts>({
  code: 'tls-ca-file-wrong',
  title: 'The CA file is not the one that the server’s certificate needs',
  scope: 'target',
  explains: ['tls-private-ca', 'tls-self-signed', 'tls-intermediate-missing'],
  infer(evidence) {
    const wanted = wantsTls(evidence)
    if (wanted === undefined) return unknown()
    if (!wanted) return absent(...citeTlsOption(evidence))
    const file = seenBy(evidence, 'env.file').find(({ saw }) => saw.option === 'tlsCAFile')
    return file === undefined ? unknown() : judge(evidence, file)
  },
  advise,
})

function judge(evidence: Evidence, file: SeenLook<'env.file'>): Inference<Facts> {
  const { path, outcome } = file.saw
  const judged = handshakes(evidence, null).filter(
    (look) => look.saw.chain.length > 0 && storeVerdict(look, 'driver') !== undefined,
  )
  // Where the runtime took the peer for who it is, our own reading of the chain is what is wrong.
  const fitting = judged.find((look) => trustedBy(look, 'driver') || acceptedByRuntime(look))
  if (fitting !== undefined) {
    return absent(
      cite(fitting, says`the chain of ${fitting.ask.endpoint ?? ''} leads to a certificate of ${path}`),
    )
  }
  switch (outcome.is) {
    case 'unfit':
      return {
        is: 'present',
        certainty: 'certain',
        bearing: effective(evidence)?.tlsAllowInvalidCertificates === true ? 'advisory' : 'fault',
        facts: { path, is: 'no-certificates', problem: outcome.problem },
        because: [cite(file, says`no certificate could be read from ${path} (${outcome.problem})`)],
      }
    case 'too-large':
      return {
        is: 'present',
        certainty: 'likely',
        bearing: 'fault',
        facts: { path, is: 'too-large', bytes: outcome.bytes },
        because: [cite(file, says`${path} has ${outcome.bytes} bytes`)],
      }
    case 'usable':
      return judgeContent(evidence, file, path, outcome.certificates, judged)
    // A file that is not there, or cannot be opened, is another cause's matter.
    case 'missing':
    case 'unreadable':
    case 'not-a-file':
      return unknown()
  }
}

/** The file is sound; whether it is the right one only the servers' chains can tell, all of them failing alike. */
function judgeContent(
  evidence: Evidence,
  file: SeenLook<'env.file'>,
  path: string,
  certificates: number,
  judged: readonly HandshakeLook[],
): Inference<Facts> {
  const doubtful = judged.filter((look) => !isNotTheFiles(look))
  const look = doubtful[0]
  if (look === undefined) return unknown()
  const endpoint = look.ask.endpoint ?? ''
  const known = (['bundled', 'system'] as const).find((store) => trustedBy(look, store)) ?? null
  const issuer = topIssuer(look)
  const how = known === null ? howAnother(look) : 'other'
  return {
    is: 'present',
    certainty: known === null && how === 'other' ? 'likely' : 'certain',
    bearing: bearingOf(evidence, look),
    concerns: [...new Set(doubtful.flatMap(({ ask }) => ask.endpoint ?? []))],
    facts: { path, is: 'another-authority', certificates, endpoint, issuer, how, known },
    because: [
      cite(
        file,
        says`${path} holds ${counted(certificates)}, which the driver uses in place of its own list`,
      ),
      cite(look, citedAs[how](endpoint, issuer)),
      ...(known === null
        ? []
        : [cite(look, says`against the ${known} list of authorities the same chain verifies`)]),
    ],
  }
}

type How = Extract<Facts, { readonly is: 'another-authority' }>['how']

const citedAs: Readonly<Record<How, (endpoint: string, issuer: string) => Phrase>> = {
  other: (endpoint, issuer) =>
    says`the chain of ${endpoint} leads to none of them; its last issuer is ${issuer}`,
  namesake: (endpoint, issuer) =>
    says`the chain of ${endpoint} was issued by ${issuer}, and the key of the one that has that name there did not sign it`,
  'not-the-root': (endpoint, issuer) =>
    says`the chain of ${endpoint} leads to one of them that is no root; its issuer is ${issuer}`,
}

function howAnother(look: HandshakeLook): How {
  const { defects, partial } = storeVerdict(look, 'driver') ?? noVerdict
  if (defects.some(isNamesake)) return 'namesake'
  return partial === true ? 'not-the-root' : 'other'
}

/** Whether a store leads to trust, whatever else (dates, name) may be wrong. */
function trustedBy(look: HandshakeLook, store: 'driver' | 'bundled' | 'system'): boolean {
  const verification = storeVerdict(look, store)
  if (verification === undefined) return false
  return (
    trustDefects(verification).length === 0 &&
    !verification.defects.some(({ is }) => is === 'bad-signature' || is === 'unreadable')
  )
}

function isNotTheFiles(look: HandshakeLook): boolean {
  const verification = storeVerdict(look, 'driver')
  if (verification === undefined) return false
  const judged = { look, host: '', chain: look.saw.chain, verification }
  // Without a defect of trust at all it is no matter of the file either.
  return trustDefects(verification).every((defect) => lacksIntermediate(judged, defect, true))
}

/** Where the chain ends without trust: extra certificates that a server sends besides do not count. */
function topIssuer(look: HandshakeLook): string {
  const [defect] = trustDefects(storeVerdict(look, 'driver') ?? noVerdict)
  if (defect?.is === 'unknown-issuer') return defect.issuer
  const last = look.saw.chain.find(({ subject }) => subject === defect?.subject) ?? look.saw.chain.at(-1)
  return last?.issuer ?? ''
}

const noVerdict: Verification = { store: 'driver', storeSize: 0, trusted: false, defects: [] }
