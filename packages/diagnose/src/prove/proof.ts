import {
  changeKey,
  changesLogin,
  cite,
  says,
  seenBy,
  stageOf,
  stageOrder,
  timesOf,
  trialsAt,
  trialsOf,
  variationOf,
} from '@mongowhy/core'
import type {
  Citation,
  DriverTrySighting,
  Evidence,
  Phrase,
  SeenLook,
  Stage,
  TargetChange,
} from '@mongowhy/core'

import type { PresentFinding } from '../infer.ts'
import { passed, trialOf } from './method.ts'
import { changeWords } from './words.ts'

/** What trying a finding's remedy came to. */
export interface Proof {
  readonly is: 'works' | 'fails'
  readonly says: Citation
}

const leastRounds = 2

/** Reads from the evidence whether the change that a finding predicts to help did; null where it was not tried. */
export function proofOf(finding: PresentFinding, evidence: Evidence): Proof | null {
  const { remedy } = finding
  if (remedy === null) return null
  return byDriver(finding, remedy, evidence) ?? byTrial(finding, remedy, evidence)
}

function byDriver(finding: PresentFinding, remedy: TargetChange, evidence: Evidence): Proof | null {
  const look = seenBy(evidence, 'driver.try').find(
    ({ ask }) => ask.vary.change !== null && changeKey(ask.vary.change) === changeKey(remedy),
  )
  if (look === undefined) return null
  const got = reached(look.saw)
  const stage = stageOf(finding.code)
  const is =
    got === null || stageOrder(got) > stageOrder(changesLogin(remedy) ? 'auth' : stageTried(stage))
      ? 'works'
      : 'fails'
  return { is, says: cite(look, driverWords(look, remedy, is)) }
}

/** A fault of the string or of the machine shows at the login at the latest: what fails beyond that is another. */
function stageTried(stage: Stage): Stage {
  return stage === 'uri' || stage === 'env' ? 'topology' : stage
}

/** The stage at which an attempt failed; null: it did not. */
function reached({ outcome }: DriverTrySighting): Stage | null {
  if (outcome.is === 'worked') return null
  switch (outcome.phase) {
    case 'parse':
      return 'uri'
    case 'selection':
    case 'other':
      return 'dns'
    case 'login':
      return 'auth'
    case 'operation':
      return 'ops'
  }
}

function driverWords(look: SeenLook<'driver.try'>, remedy: TargetChange, is: Proof['is']): Phrase {
  const { outcome } = look.saw
  const change = changeWords(remedy)
  if (outcome.is === 'worked') return says`with ${change} the official driver connected and read`
  return is === 'works'
    ? says`with ${change} the official driver got past it, and failed later: ${outcome.error.message}`
    : says`with ${change} the official driver failed all the same: ${outcome.error.message}`
}

/** An alert, or a server hello that came to nothing: TLS is spoken there, and something else is wrong with it. */
function answeredInTls(look: SeenLook<'tls.handshake'>): boolean {
  return look.saw.outcome.is === 'alert' || look.saw.negotiated !== null
}

function byTrial(finding: PresentFinding, remedy: TargetChange, evidence: Evidence): Proof | null {
  const experiment = trialOf(finding)
  const at = evidence.looks.find(({ ask }) => ask.trial?.experiment === experiment.name)?.ask.endpoint
  if (at === undefined || (finding.at !== null && at !== finding.at)) return null
  const trials = trialsAt(evidence, experiment, at)
  const variation = variationOf(trials, 'changed')
  const [look] = variation.looks
  if (look === undefined || variation.results.length < leastRounds) return null
  const change = changeWords(remedy)
  const works = variation.steady === passed && !trials.control.results.includes(passed)
  const wantsTls = remedy.change === 'tls' && remedy.tls
  const handshakes = trialsOf(evidence, experiment.name, 'tls.handshake', at)
  if (!works && wantsTls && handshakes.some((each) => each.status === 'seen' && answeredInTls(each)))
    return null
  if (works) {
    return {
      is: 'works',
      says: cite(
        look,
        says`with ${change} it got through ${timesOf(variation, passed)} times, without it ${timesOf(trials.control, passed)} times, in turn`,
      ),
    }
  }
  return {
    is: 'fails',
    says: cite(
      look,
      says`with ${change} it got through ${timesOf(variation, passed)} times, without it ${timesOf(trials.control, passed)} times, in turn`,
    ),
  }
}
