import { Secret, defaultOptions, endpointParts } from '@mongowhy/core'
import type { CauseCode, Certainty, DiagnoseOptions, Endpoint, Evidence, Report } from '@mongowhy/core'
import { faults } from '@mongowhy/causes/faults'
import type { StartedFault } from '@mongowhy/causes/faults'
import { diagnose } from '@mongowhy/diagnose'
import { judgeAgain } from '@mongowhy/diagnose/judge-again'

import { healthyVariations } from '../packages/diagnose/test/healthy-variations.ts'
import { compose } from '../packages/diagnose/test/members/compose.ts'
import { memberFaults } from '../packages/diagnose/test/members/member-faults.ts'
import type { MemberFault } from '../packages/diagnose/test/members/member-faults.ts'
import { hostOf } from '../packages/diagnose/test/members/place.ts'
import { diagnosed as diagnosedSet, each } from '../packages/diagnose/test/members/record.ts'
import { judged } from './lib/claims.ts'
import type { Claim, Judged } from './lib/claims.ts'
import type { Bench } from './lib/entry.ts'
import { share } from './lib/figures.ts'
import { table } from './lib/table.ts'

const stageTimeoutMs = 2_500

/** Other ways to ask for the same: none of them may make a verdict surer than it should be. */
const variations: readonly (readonly [string, Partial<DiagnoseOptions>])[] = [
  ['as it is', {}],
  ['nothing tried', { prove: 'off' }],
  ['over again', { repeat: 3, timeoutMs: 20_000 }],
]

// Each member fault beside so many others on sockets; all of them beside one another on evidence.
const partners = 3

/** What the contract asks of each certainty. */
const asked: readonly (readonly [string, readonly Certainty[], number])[] = [
  ['certain or proven', ['certain', 'proven'], 0.995],
  ['likely', ['likely'], 0.85],
]

/** Of all verdicts of one certainty, how many are right: over the lab, its variations, several faults at once, and what works. */
export const calibration: Bench = {
  name: 'calibration',
  title: 'Calibration: of all that is claimed, how much is true',
  onRequest: true,
  async run(progress) {
    const sets = new Map<string, readonly Judged[]>()
    const composed = new Map<string, readonly Judged[]>()
    for (const [name, options] of variations)
      sets.set(`the lab, ${name}`, await ofLab(name, options, progress))
    const recorded = await each(memberFaults, async (fault) => {
      progress(`a member with ${fault.name}`)
      return { fault, report: await diagnosedSet([fault]) }
    })
    sets.set(
      'one broken member',
      recorded.map(({ fault, report: { verdict } }) => heldTo([fault], verdict)),
    )
    sets.set('two broken members', await ofPairs(progress))
    progress('two and three broken members, on evidence')
    composed.set('two and three broken members', onEvidence(recorded))
    for (const [name, options] of variations) {
      sets.set(`healthy, ${name}`, await ofHealthy(options, progress))
    }
    return report(sets, composed)
  },
}

async function ofLab(
  name: string,
  options: Partial<DiagnoseOptions>,
  progress: (what: string) => void,
): Promise<readonly Judged[]> {
  const results: Judged[] = []
  for (const fault of faults) {
    if (((await fault.unavailable?.()) ?? null) !== null) continue
    progress(`${fault.code}, ${name}`)
    const { verdict } = await diagnosed(await fault.start(), options)
    const true_ = new Set<CauseCode>([fault.code, ...(fault.alsoTrue ?? [])])
    results.push(judged(`${fault.code}, ${name}`, verdict, (code) => true_.has(code), [[fault.code]]))
  }
  return results
}

async function ofPairs(progress: (what: string) => void): Promise<readonly Judged[]> {
  const pairs = memberFaults.flatMap((one, index) =>
    Array.from({ length: partners }, (_, step) => {
      const other = memberFaults[(index + 1 + step * 5) % memberFaults.length]
      return other === undefined ? [one] : [one, other]
    }),
  )
  return each(pairs, async (pair) => {
    progress(nameOf(pair))
    return heldTo(pair, (await diagnosedSet(pair)).verdict)
  })
}

function onEvidence(
  recorded: readonly { readonly fault: MemberFault; readonly report: Report }[],
): readonly Judged[] {
  const held = (parts: typeof recorded): Judged => {
    const evidence: Evidence = compose(parts.map(({ report: { evidence } }) => evidence))
    return heldTo(
      parts.map(({ fault }) => fault),
      judgeAgain(evidence).verdict,
    )
  }
  return recorded.flatMap((one, first) =>
    recorded.slice(first + 1).flatMap((two, second) => [
      held([one, two]),
      held([two, one]),
      // A third that stands neither first nor last in the list.
      ...recorded.slice(first + second + 2, first + second + 3).map((three) => held([one, two, three])),
    ]),
  )
}

async function ofHealthy(
  options: Partial<DiagnoseOptions>,
  progress: (what: string) => void,
): Promise<readonly Judged[]> {
  const results: Judged[] = []
  for (const { name, start } of healthyVariations) {
    progress(name)
    const { verdict } = await diagnosed(await start(), options)
    // What is only worth knowing of a deployment that works may well be true; that it is broken is not.
    const faultsOnly = { ...verdict, advisories: [] }
    results.push(judged(name, faultsOnly, () => false, []))
  }
  return results
}

/** A verdict on members that are broken in known ways: what it names at a member must be true of that member. */
function heldTo(broken: readonly MemberFault[], verdict: Report['verdict']): Judged {
  const truths = broken.map(({ code, alsoTrue = [] }) => [code, ...alsoTrue])
  const isTrue = (code: CauseCode, endpoints: readonly Endpoint[]): boolean =>
    endpoints.length === 0
      ? truths.some((codes) => codes.includes(code))
      : endpoints.every((endpoint) => {
          const index = broken.findIndex((_, at) => hostOf(at) === endpointParts(endpoint).host)
          return truths[index]?.includes(code) === true
        })
  return judged(nameOf(broken), verdict, isTrue, truths)
}

function nameOf(broken: readonly MemberFault[]): string {
  return broken.map(({ name }) => name).join(' + ')
}

async function diagnosed(started: StartedFault, options: Partial<DiagnoseOptions>): Promise<Report> {
  try {
    const target = { uri: new Secret(started.uri), source: 'argument' }
    return await diagnose(target, { ...defaultOptions, stageTimeoutMs, ...options, ...started.options })
  } finally {
    await started.stop()
  }
}

type Sets = ReadonlyMap<string, readonly Judged[]>

/** What was composed is many times what was met on sockets, and is counted apart: it must not outweigh it. */
function report(met: Sets, composed: Sets): string {
  const all = [...met.values(), ...composed.values()].flat()
  const rightOf = (made: readonly Claim[], which: readonly Certainty[]): readonly [number, number] => {
    const some = made.filter(({ certainty }) => which.includes(certainty))
    return [some.filter(({ right }) => right).length, some.length]
  }
  const columns: readonly (readonly Certainty[])[] = [['proven'], ['certain'], ['likely'], ['possible']]
  const row = (name: string, some: readonly Judged[]): readonly string[] => {
    const made = some.flatMap((each) => each.claims)
    return [
      name,
      String(some.length),
      ...columns.map((which) => share(...rightOf(made, which))),
      String(some.reduce((sum, { unnamed }) => sum + unnamed, 0)),
    ]
  }
  const broken = all.filter(({ calledBroken }) => calledBroken)
  const held = [['on sockets', met] as const, ['on evidence', composed] as const]
  const verdicts = held.flatMap(([where, sets]) =>
    asked.map(([name, which, least]) => {
      const claims = [...sets.values()].flat().flatMap((each) => each.claims)
      const [right, made] = rightOf(claims, which)
      return [
        `${name}, ${where}, at least ${100 * least} %`,
        share(right, made),
        made === 0 ? 'nothing claimed' : right / made >= least ? 'kept' : 'not kept',
      ]
    }),
  )
  const wrong = all.flatMap(({ what, claims: made }) =>
    made.filter(({ right }) => !right).map(({ code, certainty }) => `${what}: ${code} (${certainty})`),
  )
  return [
    table(
      ['over', 'diagnoses', 'proven', 'certain', 'likely', 'possible', 'faults not named'],
      held.flatMap(([where, sets]) => [...sets].map(([name, some]) => row(`${name}, ${where}`, some))),
    ),
    table(
      ['asked for', 'measured', ''],
      [
        ...verdicts,
        ['healthy called broken, none', String(broken.length), broken.length === 0 ? 'kept' : 'not kept'],
      ],
    ),
    ...(wrong.length === 0
      ? []
      : [`Claims that are not true:\n\n${wrong.map((each) => `- ${each}`).join('\n')}`]),
    ...(broken.length === 0 ? [] : [`Called broken: ${broken.map(({ what }) => what).join(', ')}`]),
  ].join('\n\n')
}
