import { defineExperiment, endpointParts, hostKind, trialsAt } from '@mongowhy/core'
import type { Arm, Endpoint, Evidence, Experiment, HelloSighting, SeenLook } from '@mongowhy/core'

import { handshakes, seedList } from '../kit/deployment.ts'
import { answers, discovers, namedBy, unreachable } from '../kit/members.ts'
import type { Answer } from '../kit/members.ts'
import { wantsTls } from '../kit/tls.ts'

// Every name costs two connections; a certificate of more names than this is of a whole company.
const mostNames = 3

/** A seed that answered over TLS and names members that cannot be reached from here. */
export function misleading(evidence: Evidence, at: Endpoint | null): Answer | undefined {
  if (at === null || wantsTls(evidence) !== true || !discovers(evidence)) return undefined
  const answer = answers(evidence).find(({ endpoint }) => endpoint === at)
  if (answer === undefined || !seedList(evidence).includes(at)) return undefined
  const lost = namedBy(answer).some((member) => unreachable(evidence, member) !== null)
  return lost ? answer : undefined
}

/** The members that a seed names, when it is told the names of its certificate in place of the one that was dialled. */
export const horizonExperiment: Experiment = defineExperiment({
  name: 'horizon',
  probe: 'wire.hello',
  plan(evidence, at) {
    const answer = misleading(evidence, at)
    if (answer === undefined) return null
    const { address } = answer.look.saw
    const control = { address, transport: 'tls' } as const
    const names = namesBeside(evidence, answer.endpoint)
    return names.length === 0
      ? null
      : {
          control,
          variations: names.map((name) => ({ variant: name, vary: { ...control, servername: name } })),
        }
  },
  label: membersIn,
})

function membersIn({ outcome }: HelloSighting): string {
  if (outcome.is !== 'reply') return outcome.is
  const { hosts, passives } = outcome.hello
  return [...hosts, ...passives]
    .map((host) => host.toLowerCase())
    .toSorted()
    .join(', ')
}

/** Names of the seed's certificate other than the one that was sent. */
function namesBeside(evidence: Evidence, at: Endpoint): readonly string[] {
  const own = endpointParts(at).host
  const [leaf] = handshakes(evidence, at).find(({ saw }) => saw.chain.length > 0)?.saw.chain ?? []
  return (leaf?.altNames ?? [])
    .map((name) => name.toLowerCase())
    .filter((name) => hostKind(name) === 'name' && !name.includes('*') && name !== own)
    .slice(0, mostNames)
}

export interface Horizons {
  readonly seed: Endpoint
  readonly own: readonly string[]
  readonly name: string
  readonly members: readonly string[]
  readonly looks: readonly [SeenLook<'wire.hello'>, SeenLook<'wire.hello'>]
}

/** The first name under which a seed names other members than under its own; null where there is none, or none was tried. */
export function horizonsOf(evidence: Evidence, seed: Endpoint): Horizons | null {
  const { control, variations } = trialsAt(evidence, horizonExperiment, seed)
  const own = listIn(control)
  if (own === null) return null
  for (const arm of variations) {
    const other = listIn(arm)
    if (other === null || arm.variant === null || other.text === own.text) continue
    return {
      seed,
      own: own.members,
      name: arm.variant,
      members: other.members,
      looks: [own.look, other.look],
    }
  }
  return null
}

function listIn(arm: Arm): {
  readonly text: string
  readonly members: readonly string[]
  readonly look: SeenLook<'wire.hello'>
} | null {
  const [look] = arm.looks
  if (arm.steady === null || arm.results.length < 2 || look?.status !== 'seen') return null
  const { saw } = look as SeenLook<'wire.hello'>
  if (saw.outcome.is !== 'reply') return null
  return { text: arm.steady, members: arm.steady.split(', '), look: look as SeenLook<'wire.hello'> }
}
