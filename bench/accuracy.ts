import { Secret, defaultOptions } from '@mongowhy/core'
import type { Certainty, Report } from '@mongowhy/core'
import { faults } from '@mongowhy/causes/faults'
import type { StartedFault } from '@mongowhy/causes/faults'
import { diagnose } from '@mongowhy/diagnose'

import { healthyVariations } from '../packages/diagnose/test/healthy-variations.ts'
import type { Bench } from './lib/entry.ts'
import { share } from './lib/figures.ts'
import { table } from './lib/table.ts'

const stageTimeoutMs = 2_500
const certainties: readonly Certainty[] = ['proven', 'certain', 'likely', 'possible']

/** Which causes are named, over every fault that the lab can show here and every healthy variation. */
export const accuracy: Bench = {
  name: 'accuracy',
  title: 'Accuracy, over the lab and its healthy variations',
  async run(progress) {
    const claims: { readonly certainty: Certainty; readonly right: boolean }[] = []
    const wrong: string[] = []
    let shown = 0
    let first = 0
    for (const fault of faults) {
      if (((await fault.unavailable?.()) ?? null) !== null) continue
      progress(fault.code)
      const { verdict } = await diagnosed(await fault.start())
      shown += 1
      const named =
        fault.bearing === 'advisory' ? verdict.advisories : verdict.primary === null ? [] : [verdict.primary]
      if (named.some(({ code }) => code === fault.code)) first += 1
      else wrong.push(`${fault.code}: ${named.map(({ code }) => code).join(', ') || verdict.outcome}`)
      const true_ = new Set<string>([fault.code, ...(fault.alsoTrue ?? [])])
      for (const { code, certainty } of [
        ...(verdict.primary === null ? [] : [verdict.primary]),
        ...verdict.others,
        ...verdict.advisories,
      ]) {
        claims.push({ certainty, right: true_.has(code) })
      }
    }
    const broken: string[] = []
    for (const variation of healthyVariations) {
      progress(variation.name)
      const { verdict } = await diagnosed(await variation.start())
      if (verdict.outcome !== 'healthy')
        broken.push(`${variation.name}: ${verdict.primary?.code ?? verdict.outcome}`)
      for (const { certainty } of verdict.primary === null ? [] : [verdict.primary])
        claims.push({ certainty, right: false })
    }
    return table(
      ['figure', 'value'],
      [
        ['faults shown here, cause named first', share(first, shown)],
        ['healthy variations called broken', share(broken.length, healthyVariations.length)],
        ...certainties.map((certainty) => {
          const made = claims.filter((claim) => claim.certainty === certainty)
          return [
            `claims made as ${certainty} that are true`,
            share(made.filter(({ right }) => right).length, made.length),
          ]
        }),
        ...[...wrong, ...broken].map((each) => ['wrong', each]),
      ],
    )
  },
}

async function diagnosed(started: StartedFault): Promise<Report> {
  try {
    const target = { uri: new Secret(started.uri), source: 'argument' }
    return await diagnose(target, { ...defaultOptions, stageTimeoutMs, ...started.options })
  } finally {
    await started.stop()
  }
}
