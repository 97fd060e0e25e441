import { seenBy } from '@mongowhy/core'
import type {
  Compared,
  Endpoint,
  Evidence,
  Experiment,
  ExperimentPlan,
  Look,
  TargetChange,
  Variations,
} from '@mongowhy/core'
import { effective } from '@mongowhy/causes/kit'

import type { PresentFinding } from '../infer.ts'

/** How a change is tried: by looks that carry no credentials, alternating with the target as it is, or by the driver. */
export type Method =
  | {
      readonly by: 'trial'
      readonly experiment: Experiment
      readonly plan: ExperimentPlan
      readonly at: Endpoint
    }
  | { readonly by: 'driver'; readonly change: TargetChange }

/** The label of an arm that got through. */
export const passed = 'passed'

/** The way to try what a finding says would help; null where it names nothing, or nothing was reached to try it on. */
export function methodFor(finding: PresentFinding, evidence: Evidence): Method | null {
  const { remedy, at } = finding
  switch (remedy?.change) {
    case undefined:
      return null
    case 'options':
    case 'family':
    case 'password':
      return { by: 'driver', change: remedy }
    case 'tls':
    case 'trust':
    case 'issuer': {
      const open = seenBy(evidence, 'tcp.connect', at ?? undefined).find(
        ({ saw }) => saw.outcome.is === 'open',
      )
      const endpoint = open?.ask.endpoint ?? null
      if (open === undefined || endpoint === null) return null
      const plan = planFor(remedy, open.saw.address, effective(evidence)?.tls === true)
      return { by: 'trial', experiment: trialOf(finding), plan, at: endpoint }
    }
  }
}

/** The experiment whose looks prove a finding; its name tells them from others. */
export function trialOf({ code }: PresentFinding): Experiment {
  return { name: `prove ${code}`, plan: () => null, label: labelOf }
}

type TrialChange = Extract<TargetChange, { readonly change: 'tls' | 'trust' | 'issuer' }>

function planFor(change: TrialChange, address: string, tls: boolean): ExperimentPlan {
  if (change.change === 'tls') {
    return { control: greeting(address, tls), variations: [changed(greeting(address, change.tls))] }
  }
  const handshake = (vary: Partial<Variations['tls.handshake']>): Compared => ({
    probe: 'tls.handshake',
    vary: { address, verify: 'strict', ...vary },
  })
  const trust = change.change === 'trust' ? change.store : { issuerFrom: change.url }
  return { control: handshake({}), variations: [changed(handshake({ trust }))] }
}

/** Whether the peer speaks in this way: a hello without TLS, a handshake with. */
function greeting(address: string, tls: boolean): Compared {
  return tls
    ? { probe: 'tls.handshake', vary: { address, verify: 'none' } }
    : { probe: 'wire.hello', vary: { address, transport: 'plain' } }
}

function changed(compared: Compared): ExperimentPlan['variations'][number] {
  return { variant: 'changed', ...compared }
}

function labelOf(look: Look): string | null {
  if (look.status !== 'seen') return null
  switch (look.ask.probe) {
    case 'tls.handshake':
    case 'wire.hello': {
      // The probe says which of the two was seen; the union cannot be narrowed through `ask`.
      const { is } = (look.saw as { readonly outcome: { readonly is: string } }).outcome
      return is === 'secure' || is === 'reply' || is === 'error' ? passed : is
    }
    default:
      return null
  }
}
