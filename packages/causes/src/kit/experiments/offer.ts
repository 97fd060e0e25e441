import { cite, defineExperiment, says, timesOf, trialsAt } from '@mongowhy/core'
import type { Citation, Endpoint, Evidence, Experiment, HelloAnswerSighting } from '@mongowhy/core'

import { handshakes } from '../deployment.ts'
import { refusalBeforeCertificate, wantsTls, widestAnswer } from '../tls.ts'

/** Alerts by which a server says that nothing in our hello suits it. */
const nothingInCommon = [40, 47, 71]

/**
 * Which part of our offer a server finds nothing in: one hello as clients send it, and one each with every registered suite,
 * with more groups, and with more signature schemes, Node's library having none of them.
 */
export const offerExperiment: Experiment = defineExperiment({
  name: 'offer',
  probe: 'tls.hello',
  plan(evidence, at) {
    const look = wantsTls(evidence) !== true ? undefined : refusedTwice(evidence, at)
    if (look === undefined) return null
    const { address } = look.saw
    return {
      control: { address },
      variations: [
        { variant: 'every registered suite', vary: { address, ciphers: 'all' } },
        { variant: 'more groups', vary: { address, groups: 'all' } },
        { variant: 'more signature schemes', vary: { address, signatures: 'all' } },
      ],
    }
  },
  label: labelOf,
})

/** A handshake that was refused for want of something in common, as the widest that Node can make was. */
function refusedTwice(evidence: Evidence, at: Endpoint): ReturnType<typeof handshakes>[number] | undefined {
  return handshakes(evidence, at).find((look) => {
    const alert = refusalBeforeCertificate(look.saw)
    const widest = widestAnswer(evidence, look)
    return (
      alert !== undefined &&
      nothingInCommon.includes(alert.number) &&
      widest !== undefined &&
      widest.saw.negotiated === null
    )
  })
}

function labelOf({ outcome }: HelloAnswerSighting): string {
  return outcome.is === 'alert' ? `alert ${outcome.alert.number}` : outcome.is
}

const parts = {
  'every registered suite': 'suites',
  'more groups': 'groups',
  'more signature schemes': 'signatures',
} as const

export type OfferPart = (typeof parts)[keyof typeof parts]

/** The names of groups that servers are held to and clients often lack; others are told by number. */
const groupNames: ReadonlyMap<number, string> = new Map([
  [22, 'secp256k1'],
  [26, 'brainpoolP256r1'],
  [27, 'brainpoolP384r1'],
  [28, 'brainpoolP512r1'],
  [30, 'X448'],
  [31, 'brainpoolP256r1tls13'],
  [32, 'brainpoolP384r1tls13'],
  [33, 'brainpoolP512r1tls13'],
  [4587, 'SecP256r1MLKEM768'],
  [4588, 'X25519MLKEM768'],
  [4589, 'SecP384r1MLKEM1024'],
])

/** The part of the offer that made the difference, and what the server chose then. */
export interface Wanting {
  readonly part: OfferPart
  readonly chose: string
  readonly says: Citation
}

/** Which wider offer a server answered that refuses the usual one; null where none did, or it was not tried. */
export function wantingIn(evidence: Evidence, at: Endpoint | null): Wanting | null {
  const { control, variations } = trialsAt(evidence, offerExperiment, at)
  if (control.steady === null || control.steady === 'server-hello') return null
  const wider = variations.find(({ steady, results }) => steady === 'server-hello' && results.length > 1)
  const [look] = wider?.looks ?? []
  if (wider === undefined || look?.ask.probe !== 'tls.hello' || look.status !== 'seen') return null
  // The probe says what was seen; the union cannot be narrowed through `ask`.
  const { outcome } = look.saw as HelloAnswerSighting
  if (outcome.is !== 'server-hello') return null
  const offered = wider.variant ?? ''
  const part = Object.entries(parts).find(([variant]) => variant === offered)?.[1]
  if (part === undefined) return null
  const group = outcome.group === null ? '' : `, group ${groupNames.get(outcome.group) ?? outcome.group}`
  return {
    part,
    chose: `${outcome.version} ${outcome.cipherName}${group}`,
    says: cite(
      look,
      says`offered ${offered}, it answered ${timesOf(wider, 'server-hello')} times; offered what clients usually do, ${timesOf(control, 'server-hello')} times, in turn`,
    ),
  }
}
