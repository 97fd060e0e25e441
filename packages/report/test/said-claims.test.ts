import { caseDocument } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { caseOf } from './case.ts'
import { explained } from './fixture.ts'
import { read } from './said-kit.ts'

/** What a document makes of statements, held against evidence of a certificate that is self-signed. */
function told(...lines: readonly string[]): ReturnType<typeof caseDocument>['report'] {
  const said = read(`# What we concluded\n\n${lines.map((line) => `- ${line}`).join('\n')}\n`)
  return caseDocument({ ...caseOf(explained), said }).report
}

describe('what a sentence claims', () => {
  test.each([
    ['The password is correct, so the problem must be elsewhere', 'credentials-fine'],
    ['The credentials are not wrong', 'credentials-fine'],
    ['The password is not correct', 'credentials-at-fault'],
    ['The problem is not on the server side', null],
    ['It is not a certificate problem', 'certificate-fine'],
    ['The certificate has expired', 'certificate-expired'],
    ['The certificate has not expired', 'certificate-in-time'],
    ['The certificate is valid until 2027', 'certificate-in-time'],
    ['The certificate chain is incomplete', 'chain-incomplete'],
    ['The server certificate is self-signed', 'certificate-untrusted'],
    ['The hostname in the certificate does not match', 'certificate-name'],
    ['Tested with multiple certificate sources', 'certificates-tried'],
    ['The corporate proxy interferes with TLS', 'tls-inspected'],
    ['The server is up and running', 'server-up'],
    ['The server was never down', 'server-up'],
    ['The replica set has no primary', 'no-primary'],
    ['The hosts cannot be resolved', 'dns-at-fault'],
    ['Nothing is wrong with our network', null],
  ])('%s', (line, claim) => {
    expect(told(line).statements[0]?.claim).toBe(claim)
  })
})

describe('statements that contradict each other', () => {
  test.each([
    ['The password is wrong', 'The password is right, verified with mongosh'],
    ['The certificate has expired', 'The certificate is valid until 2027'],
    ['The server is down', 'The server is up and running'],
    ['The firewall blocks port 27017', 'TCP connection to 27017 works'],
    ['It never worked', 'Everything works now and is fully operational'],
    ['The hosts cannot be resolved', 'DNS resolves fine'],
  ])('%s, %s', (one, other) => {
    expect(told(one, other).contradictions).toHaveLength(1)
  })

  test.each([
    ['The password is correct, so the problem must be elsewhere', 'TCP connection to 27017 works'],
    ['The corporate proxy interferes with TLS', 'TCP connection to 27017 works'],
    ['Could be that the cluster is paused', 'The server is up and running'],
    ['Tested with multiple certificate sources', 'The certificate chain is incomplete'],
    // An expired certificate is the server's fault, and a client that does not look gets through.
    ['It works with tlsAllowInvalidCertificates=true', 'This is caused by MongoDB Atlas'],
    ['The credentials are not the problem', 'The password is correct'],
  ])('not these: %s, %s', (one, other) => {
    expect(told(one, other).contradictions).toEqual([])
  })

  test('the same try at the same time with two results', () => {
    const said = read(
      '# Tried\n\n- 2026-01-02 09:10 default options → failed\n- 2026-01-02 09:10 default options → worked\n',
    )
    expect(caseDocument({ ...caseOf(explained), said }).report.contradictions).toEqual([
      'line 4 against line 3: the same try at the same time is said to have worked and to have failed.',
    ])
  })

  test('what worked and failed again is not explained by what was switched before', () => {
    const said = read(
      '# Tried\n\n- 2026-01-02 09:10 default options → failed\n- 2026-01-02 09:20 tlsInsecure=true → worked\n- 2026-01-02 09:40 tlsInsecure=true → failed\n',
    )
    expect(caseDocument({ ...caseOf(explained), said }).report.between?.title).toBe(
      'Inconclusive between tries: the same try worked and failed again',
    )
  })
})
