import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Evidence, Inference, SeenLook } from '@mongowhy/core'

import { bearingOf, lacksIntermediate, storeVerdict, trustDefects } from '../kit/chain.ts'
import { effective, handshakes } from '../kit/deployment.ts'
import { citeTlsOption, wantsTls } from '../kit/tls.ts'
import type { HandshakeLook } from '../kit/tls.ts'
import { advise } from './words.ts'
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
  const fitting = judged.find((look) => trustedBy(look, 'driver'))
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
  const doubtful = judged.filter((look) => !onlyLacksIntermediate(look))
  const look = doubtful[0]
  if (look === undefined) return unknown()
  const endpoint = look.ask.endpoint ?? ''
  const known = (['bundled', 'system'] as const).find((store) => trustedBy(look, store)) ?? null
  return {
    is: 'present',
    certainty: known === null ? 'likely' : 'certain',
    bearing: bearingOf(evidence, look),
    facts: { path, is: 'another-authority', certificates, endpoint, issuer: topIssuer(look), known },
    because: [
      cite(
        file,
        says`${path} holds ${certificates} certificate(s), which the driver uses in place of its own list`,
      ),
      cite(look, says`the chain of ${endpoint} leads to none of them; its last issuer is ${topIssuer(look)}`),
      ...(known === null
        ? []
        : [cite(look, says`against the ${known} list of authorities the same chain verifies`)]),
    ],
  }
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

function onlyLacksIntermediate(look: HandshakeLook): boolean {
  const verification = storeVerdict(look, 'driver')
  if (verification === undefined) return false
  const judged = { look, host: '', chain: look.saw.chain, verification }
  return trustDefects(verification).every((defect) => lacksIntermediate(judged, defect, true))
}

function topIssuer(look: HandshakeLook): string {
  return look.saw.chain.at(-1)?.issuer ?? ''
}
