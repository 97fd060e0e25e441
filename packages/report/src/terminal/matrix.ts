import { seenBy, visible } from '@mongowhy/core'
import type { Evidence, TlsMatrixSighting } from '@mongowhy/core'

import { isBrokenSuite, isOldVersion } from '../looks/weak-tls.ts'
import type { Page } from './page.ts'
import { hanging } from './wrap.ts'

/** Versions and suites of every server that was asked for them. */
export function matrixLines(evidence: Evidence, page: Page): readonly string[] {
  return seenBy(evidence, 'tls.matrix').flatMap(({ ask, saw }) => [
    '',
    `  ${page.paint.bold(`TLS of ${visible(ask.endpoint ?? '')}`)} ${page.paint.dim(`(${saw.hellos} hellos)`)}`,
    ...(saw.versions.length === 0
      ? ['    none was taken']
      : saw.versions.flatMap((version) => versionLines(version, page))),
    ...(saw.unanswered === 0
      ? []
      : hanging(
          '    ',
          `${saw.unanswered} hellos got no answer: what they offered may be taken after all.`,
          page,
        )),
  ])
}

function versionLines(
  { version, suites, preference }: TlsMatrixSighting['versions'][number],
  page: Page,
): readonly string[] {
  const old = isOldVersion(version)
  const order = preference === null ? '' : `, in the ${preference}'s order`
  return [
    `    ${old ? page.paint.warning(version) : version} ${page.paint.dim(`${suites.length} suites${order}`)}`,
    ...suites.map(({ id, name }) => {
      const weak = isBrokenSuite(name)
      const line = `      ${id.toString(16).padStart(4, '0')}  ${name}`
      return weak ? page.paint.warning(`${line}  (weak)`) : line
    }),
  ]
}
