import { says, together } from '@mongowhy/core'
import type { Phrase } from '@mongowhy/core'

import { contradicted, supported, unchecked } from '../checked.ts'
import type { Check } from '../checked.ts'
import { endingOf, handshakesOf, nameOfWorking, refusedAlike } from '../observed.ts'
import type { Observed } from '../observed.ts'

/** Why no setting of the client's verification can matter to a refusal that comes before there is anything to verify. */
export const sameHello: Phrase = says`Strict and relaxed clients send the same ClientHello, byte for byte, and a refusal before the certificate cannot depend on verification: there was nothing yet to verify.`

/** `It works with certificate checks off.` */
export function relaxedWorks(of: Observed): Check {
  const { refusedEarly, untrusted, failing } = of
  const [early] = refusedEarly
  if (early !== undefined) {
    return contradicted(
      together(
        says`That a try with relaxed options worked may be so; that they are why cannot. The server`,
        endingOf(early),
        says`, before it had shown a certificate.`,
        sameHello,
        ...measured(of),
      ),
      early.id,
      ...(of.relaxedTrials === null ? [] : [of.relaxedTrials.first.id]),
    )
  }
  const [bad] = untrusted
  if (bad !== undefined) {
    const defects = bad.saw.verifications.find(({ store }) => store === 'driver')?.defects ?? []
    return supported(
      says`The chain does not verify (${[...new Set(defects.map(({ is }) => is.replaceAll('-', ' ')))].join(', ')}), so a client that does not check goes on. That is where the fault lies, and not checking is no remedy for it.`,
      bad.id,
    )
  }
  if (failing === null)
    return contradicted(says`It works with checks on: no run of this report needed them off.`)
  const stage = failing.verdict.primary?.stage
  return stage === undefined || stage === 'tls'
    ? unchecked(says`No handshake that failed is in the evidence.`)
    : contradicted(says`What fails lies at ${stage}; no certificate is verified there.`)
}

/** What was measured beside the argument: relaxed handshakes in the same run, and the strict judge in the run that works. */
function measured(of: Observed): readonly Phrase[] {
  const { relaxedTrials, strictInWorking } = of
  const trials =
    relaxedTrials === null
      ? []
      : relaxedTrials.refused === relaxedTrials.of
        ? [
            says`Measured in the same run: ${relaxedTrials.of} of ${relaxedTrials.of} relaxed handshakes were refused alike.`,
          ]
        : [
            says`In the same run ${relaxedTrials.refused} of ${relaxedTrials.of} relaxed handshakes were refused alike.`,
          ]
  return strictInWorking.length === 0
    ? trials
    : [
        ...trials,
        says`In the run that works (${nameOfWorking(of)}) the chain verifies by the strict rules too: there was nothing that relaxed options could have helped.`,
      ]
}

/** `It is not the TLS library.` */
export function libraryFine({ failing, refusedEarly }: Observed): Check {
  const [early] = refusedEarly
  if (failing === null || early === undefined)
    return unchecked(
      says`The evidence is from one TLS library only, OpenSSL ${failing?.tool.openssl ?? 'unknown'}.`,
    )
  return supported(
    says`It is refused with OpenSSL ${failing.tool.openssl} of this run as well, at the same point.`,
    early.id,
  )
}

/** `It is not the TLS version`, nor the cipher: where other hellos were tried. */
export function helloFine({ failing, refusedEarly }: Observed, what: 'version' | 'cipher'): Check {
  const [early] = refusedEarly
  if (failing === null || early === undefined)
    return unchecked(says`No refusal of a hello is in the evidence.`)
  const others = handshakesOf(failing).filter(({ ask: { vary } }) =>
    what === 'version'
      ? vary.maxVersion !== undefined || vary.minVersion !== undefined
      : vary.ciphers !== undefined,
  )
  const [first] = others
  if (first === undefined) return unchecked(says`No hello with another ${what} was tried in this run.`)
  const passed = others.find(({ saw }) => saw.outcome.is === 'secure')
  if (passed !== undefined)
    return contradicted(says`A hello with another ${what} was accepted in this run.`, passed.id)
  const alike = others.filter((other) => refusedAlike(early, other)).length
  return alike === others.length
    ? supported(says`${alike} hellos with another ${what} were refused alike in this run.`, first.id)
    : unchecked(
        says`Of ${others.length} hellos with another ${what} ${alike} were refused alike in this run, the others in another way.`,
        first.id,
      )
}
