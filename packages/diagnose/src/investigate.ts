import { setTimeout as delay } from 'node:timers/promises'

import { compareCertainty, seenBy } from '@mongowhy/core'
import type { Cause, Evidence, Finding, UriFault, UriSighting } from '@mongowhy/core'
import { AddressBook } from '@mongowhy/probes'
import type { ApproachSettings, ProbeContext } from '@mongowhy/probes'
import { effective, recordsRefused } from '@mongowhy/causes/kit'

import { besideSilence } from './beside.ts'
import { blockingOf } from './blocking.ts'
import { runExperiments } from './experiments/run.ts'
import { OwnRead } from './fleet/own-read.ts'
import { followUp } from './follow-up.ts'
import { apart, grouped, withoutRefined } from './group.ts'
import { infer, presentOf } from './infer.ts'
import { lookAtRuntimes, lookLocally } from './local.ts'
import type { LocalLooks } from './local.ts'
import { Matrix } from './matrix.ts'
import { seedsToContact } from './members.ts'
import { lookUpSeedList } from './names.ts'
import { lookAtMembers } from './network.ts'
import { mayServe, works } from './outcome.ts'
import type { Pace } from './pace.ts'
import { prove } from './prove/run.ts'
import { dueRepetition } from './repeat/contradiction.ts'
import { allPassed } from './repeat/places.ts'
import { asked, crowd, repeat } from './repeat/run.ts'
import { Session } from './session.ts'
import { approachSettings } from './settings.ts'

/** The evidence as it stands. */
export type EvidenceNow = () => Evidence

/**
 * The looks at the machine and the reading of the rules keep the processor busy for tens of milliseconds; first packets
 * that are under way by then lose nothing to them.
 */
export const headStartMs = 10

// The verdict does not need the other runtimes; this is what a person would not notice.
const runtimesGraceMs = 100

/**
 * Looks, infers, and looks again until the evidence decides or the bounds are met. Everything lands in the recorder;
 * resolves when nothing is left running.
 */
export async function investigate(
  ctx: ProbeContext,
  rules: Promise<readonly Cause[]>,
  now: EvidenceNow,
): Promise<void> {
  const start = ctx.options.offline ? Promise.resolve() : delay(headStartMs)
  const runtimes = lookAtRuntimes(ctx, start)
  try {
    const local = lookLocally(ctx, start)
    const session = new Session(ctx, now, new AddressBook(ctx))
    if (ctx.options.offline) {
      await local.all
      session.skip('offline')
      return
    }
    if (!worthContacting(ctx.target.uri)) {
      await local.all
      session.skip('earlier-fault')
      return
    }
    await lookOut(ctx, rules, now, local)
  } finally {
    await runtimes.end(runtimesGraceMs)
  }
}

/** Whether the hosts are known for what they are. Where the reading of the host part is a guess, nobody is contacted. */
function worthContacting(uri: UriSighting): boolean {
  return uri.scheme !== null && uri.hosts.length > 0 && !uri.faults.some(hidesHosts)
}

function hidesHosts(fault: UriFault): boolean {
  switch (fault.kind) {
    case 'option-unknown':
    case 'option-value':
    case 'tls-conflict':
    case 'topology-conflict':
    case 'auth-options':
    case 'obsolete':
    case 'options-glued':
    case 'shell-escape':
    // In a host it is a fault of the host as well; in a password or an option it hides nobody.
    case 'control-character':
      return false
    case 'placeholder':
      return fault.part === 'host'
    case 'empty':
    case 'scheme':
    case 'unescaped-at':
    case 'unescaped-reserved':
    case 'bare-percent':
    case 'srv-port':
    case 'srv-many-hosts':
    case 'srv-address':
    case 'host-missing':
    case 'host-invalid':
    case 'port-invalid':
    case 'too-long':
      return true
  }
}

/** What all that follows the first looks works with. */
interface Inquiry {
  readonly ctx: ProbeContext
  readonly settings: ApproachSettings
  readonly rules: Promise<readonly Cause[]>
  readonly now: EvidenceNow
}

async function lookOut(
  ctx: ProbeContext,
  rules: Promise<readonly Cause[]>,
  now: EvidenceNow,
  local: LocalLooks,
): Promise<void> {
  const addresses = new AddressBook(ctx)
  const session = new Session(ctx, now, addresses)
  const inquiryNow = async (): Promise<Inquiry> => {
    const options = effective(now()) ?? ctx.target.uri.effective
    return { ctx, settings: await approachSettings(ctx.target, ctx.options, options, ctx), rules, now }
  }
  const seeds = Promise.all([local.uri, lookUpSeedList(ctx)])
  await besideSilence(ctx, now, seeds, async (presumed) =>
    decide({ ...(await inquiryNow()), now: presumed }, 'silence'),
  )
  const inquiry = await inquiryNow()
  const { settings } = inquiry
  const matrix = new Matrix(ctx, settings, now)
  let findings = await converge(inquiry, addresses, session, local.all, matrix)
  if (ctx.options.repeat > 1) {
    await repeat(ctx, settings, session, now, asked(ctx.options))
    findings = await decide(inquiry)
  } else if (!explains(await rules, findings, now())) {
    const due = dueRepetition(now())
    if (due !== null) {
      await repeat(ctx, settings, session, now, due)
      if (allPassed(now())) await crowd(ctx, settings, now, due)
      findings = await decide(inquiry)
    }
  }
  if (works(now()) !== 'yes') await prove(ctx, settings, await rules, findings, session, now)
  await matrix.end()
}

/** Looks at the members, asks what is open, and lets the driver try, until the evidence decides. */
async function converge(
  inquiry: Inquiry,
  addresses: AddressBook,
  session: Session,
  local: Promise<void>,
  matrix: Matrix,
): Promise<readonly Finding[]> {
  const { ctx, settings, rules, now } = inquiry
  const began = ctx.recorder.now()
  const own = OwnRead.suits(ctx) ? new OwnRead(ctx, now, session) : null
  const met = own ?? { onFit: session.offer }
  const members = Promise.all([local, lookAtMembers(ctx, settings, addresses, now, met)])
  await besideSilence(ctx, now, members, (presumed) => decide({ ...inquiry, now: presumed }, 'silence'))
  const tookMs = ctx.recorder.now() - began
  matrix.beginEarly()
  const causes = await rules
  if (own?.settle(() => infer(causes, now())) === true) return decide(inquiry)
  await session.within(mayServe(now()) ? grace(tookMs) : leastGraceMs)
  let findings = await decide(inquiry)
  if (session.pending) {
    if (explains(causes, findings, now())) await session.cut()
    else if (mayServe(now())) {
      // What answered us at once answers the driver as soon; one that has not chosen a server by then will choose none.
      if (!session.selected) await session.within(ctx.options.stageTimeoutMs)
      if (session.selected) await session.end()
      else await session.cut()
    } else {
      // We found no server for it; it meets the same.
      await session.within(lastWordMs(tookMs))
      await session.cut()
    }
    findings = await decide(inquiry)
  }
  if (session.started) return findings
  if (explains(causes, findings, now()) || seedsToContact(now()).length === 0) {
    const unverified = settings.tls && seenBy(now(), 'tls.handshake').length > 0 && !recordsRefused(now())
    session.skip(unverified ? 'unverified-peer' : 'earlier-fault')
    return findings
  }
  // Ours have not explained it, so the driver has the last word: it verifies the peer by itself before it logs in.
  session.start(settings.tls ? 'verified-connection' : 'plain-by-request', lastWordMs(tookMs))
  await session.end()
  if (!session.started) session.skip('earlier-fault')
  return decide(inquiry)
}

// Where we found no server for it, its own error is all that is waited for. It was at it for as long as we were.
const leastGraceMs = 250

/** How long a driver that works may need beyond our own looks: it makes the same way once or twice more. Milliseconds. */
function grace(tookMs: number): number {
  return Math.min(1_500, Math.max(leastGraceMs, 2 * tookMs))
}

/**
 * How long a driver may look for a server where ours found none fit for it. It asks anew every half second, so this is
 * three attempts at the least; more would only repeat what was seen, and a fault that answers is told within three seconds.
 */
function lastWordMs(tookMs: number): number {
  return Math.min(1_500, Math.max(1_000, 2 * tookMs))
}

/**
 * Two rounds of questions at most, then the experiments that would tell more. Where the target works, one round, and
 * only of what is worth knowing all the same.
 */
async function decide(
  { ctx, settings, rules, now }: Inquiry,
  pace: Pace = 'answers',
): Promise<readonly Finding[]> {
  const causes = await rules
  let findings = infer(causes, now())
  for (let round = 0; round < 2; round += 1) {
    if (works(now()) === 'yes' || !(await followUp(ctx, settings, findings, pace))) break
    findings = infer(causes, now())
  }
  if (works(now()) === 'yes') {
    const asked = await followUp(ctx, settings, findings.filter(isWorthKnowing), pace)
    return asked ? infer(causes, now()) : findings
  }
  return (await runExperiments(ctx, settings, causes, findings, now, pace)) ? infer(causes, now()) : findings
}

function isWorthKnowing(finding: Finding): boolean {
  return finding.is === 'unknown' && finding.worthKnowing
}

/** Whether a fault is known that keeps the whole target from being used, surely enough to stop waiting for the driver. */
function explains(causes: readonly Cause[], findings: readonly Finding[], evidence: Evidence): boolean {
  const byCode = new Map(causes.map((cause) => [cause.code, cause]))
  const { roots } = apart(withoutRefined(presentOf(findings), byCode), byCode)
  return grouped(roots).some(
    (group) =>
      group.bearing === 'fault' &&
      blockingOf(group, evidence) === 'everything' &&
      group.findings.some(({ certainty }) => compareCertainty(certainty, 'likely') >= 0),
  )
}
