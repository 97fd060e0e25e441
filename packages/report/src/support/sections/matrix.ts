import { says, seenBy } from '@mongowhy/core'
import type { Evidence, Phrase, TlsMatrixSighting } from '@mongowhy/core'

import { isBrokenSuite, isOldVersion } from '../../looks/weak-tls.ts'
import { paragraph } from '../blocks.ts'
import type { Block, Tone } from '../blocks.ts'

/** What `--tls-matrix` found: every version and suite that each server takes, the weak ones marked. */
export function matrixBlocks(evidence: Evidence): readonly Block[] {
  return seenBy(evidence, 'tls.matrix').flatMap(({ ask, saw }): readonly Block[] => [
    { is: 'heading', text: says`TLS that ${ask.endpoint ?? saw.address} takes` },
    saw.versions.length === 0
      ? paragraph(says`None of ${saw.hellos} hellos was taken.`)
      : { is: 'table', columns: ['version', 'suites', 'chosen by'], rows: saw.versions.map(row) },
    ...(saw.unanswered === 0
      ? []
      : [
          paragraph(
            says`${saw.unanswered} of ${saw.hellos} hellos got no answer: what they offered may be taken after all.`,
          ),
        ]),
  ])
}

function row({ version, suites, preference }: TlsMatrixSighting['versions'][number]): {
  readonly tone: Tone
  readonly cells: readonly Phrase[]
} {
  const weak = suites.filter(({ name }) => isBrokenSuite(name))
  const names = suites.map(({ name }) => (isBrokenSuite(name) ? `${name} (weak)` : name)).join(', ')
  return {
    tone: isOldVersion(version) || weak.length > 0 ? 'warning' : 'good',
    cells: [
      says`${version}${isOldVersion(version) ? ' (outdated)' : ''}`,
      says`${names}`,
      says`${preference === null ? '' : `the ${preference}'s order`}`,
    ],
  }
}
