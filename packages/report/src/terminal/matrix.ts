import { seenBy, visible } from '@mongowhy/core'
import type { Evidence, TlsMatrixSighting } from '@mongowhy/core'

import type { Page } from './page.ts'
import { hanging } from './wrap.ts'

/** What no client should accept: no encryption or no identity, export keys, broken ciphers and digests. */
const broken = /NULL|EXPORT|anon|RC4|RC2|_DES_|3DES|IDEA|SEED|_MD5$/

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
  const old = version === 'SSLv3' || version === 'TLSv1' || version === 'TLSv1.1'
  const order = preference === null ? '' : `, in the ${preference}'s order`
  return [
    `    ${old ? page.paint.warning(version) : version} ${page.paint.dim(`${suites.length} suites${order}`)}`,
    ...suites.map(({ id, name }) => {
      const weak = broken.test(name)
      const line = `      ${id.toString(16).padStart(4, '0')}  ${name}`
      return weak ? page.paint.warning(`${line}  (weak)`) : line
    }),
  ]
}
