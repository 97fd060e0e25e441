import { says } from '@mongowhy/core'
import type { Look, NamedCause, Report } from '@mongowhy/core'
import type { SupportCase } from '@mongowhy/report'

import { explained } from './fixture.ts'

export function caseOf(report: Report): SupportCase {
  return {
    runs: [{ report, file: null }],
    said: null,
    contact: 'ops, +00 0 000',
    cluster: 'Cluster0',
    textsOf: () => [{ driver: 'node', text: 'MongoServerSelectionError: something' }],
  }
}

/** What a server, a resolver or a file may send: markup of every kind, and characters that cannot be seen. */
export const hostileTexts: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></svg><iframe src=//evil.test>',
  '[link](javascript:alert(1)) ![picture](http://evil.test/x.png)',
  '# heading\n- point\n1. step\n> quote\n```\ncode',
  '``` `code` **bold** _low_ ~~struck~~ <b>',
  '| a | table |\n|---|---|',
  '&lt;b&gt; &#60; &amp;amp;',
  '\u001b[2J\u009b31m\u202e\u0000\ufeff\u2028',
  '$& $1 $$ ${x} \\',
]

/** The report with such a text in every place that others write. */
export function hostileReport(text: string): Report {
  const cause: NamedCause = {
    code: 'tls-not-mongodb',
    certainty: 'likely',
    stage: 'tls',
    endpoints: [`${text}:27017`],
    title: says`It said ${text}`,
    explanation: says`${text} in \`${text}\``,
    because: [{ look: 'tls.handshake#1', endpoint: text, says: says`${text}` }],
    steps: [says`${text}`, says`Run \`openssl ${text}\`.`],
    confirm: says`${text}`,
    operator: [says`${text}`],
  }
  const looks: readonly Look[] = [
    ...explained.evidence.looks,
    {
      id: 'tls.handshake#1',
      ask: { probe: 'tls.handshake', endpoint: text, vary: { address: text, servername: text } },
      startedAt: 3,
      status: 'seen',
      tookMs: 9,
      saw: {
        address: text,
        servername: text,
        outcome: { is: 'local-failure', code: text, reason: text },
        negotiated: null,
        offered: ['TLSv1.3'],
        records: [{ direction: 'sent', at: 1, bytes: 300, holds: [text] }],
        alerts: [],
        bytesRead: 0,
        chain: [
          {
            subject: text,
            issuer: text,
            serial: text,
            notBefore: text,
            notAfter: text,
            altNames: [text],
            isCa: false,
            key: text,
            signature: text,
            fingerprint256: text,
            caIssuers: [text],
            der: text,
          },
        ],
        chainLength: 1,
        verifications: [],
        runtimeVerdict: text,
        clientCertificate: { requested: false, sent: false, acceptableIssuers: [text] },
        afterSecure: 'not-reached',
      },
    },
    {
      id: 'driver.connect#1',
      ask: { probe: 'driver.connect', endpoint: null, vary: {} },
      startedAt: 5,
      status: 'seen',
      tookMs: 7,
      saw: {
        version: text,
        outcome: {
          is: 'failed',
          phase: 'selection',
          error: { name: text, message: text, code: 1, codeName: text, labels: [text], systemCode: text },
        },
        topology: text,
        servers: [
          {
            address: text,
            type: text,
            error: { name: text, message: text, code: null, codeName: null, labels: [], systemCode: null },
          },
        ],
      },
    },
    {
      id: 'ops.run#1',
      ask: { probe: 'ops.run', endpoint: text, vary: { operation: 'ping' } },
      startedAt: 6,
      status: 'broken',
      tookMs: 1,
      error: text,
    },
  ]
  return {
    ...explained,
    tool: { ...explained.tool, version: text, platform: text },
    target: { uri: `mongodb://${text}`, source: text },
    verdict: {
      ...explained.verdict,
      headline: cause.title,
      primary: cause,
      others: [cause],
      advisories: [cause],
      ruledOut: [{ code: 'tcp-refused', title: text, because: cause.because }],
      undecided: [{ code: 'auth-rejected', title: text, missing: [text] }],
      disagreement: says`${text}`,
    },
    stages: [{ stage: 'tls', endpoint: text, status: 'failed', tookMs: 1, summary: says`${text}` }],
    evidence: {
      ...explained.evidence,
      options: { ...explained.evidence.options, resolvers: [text], writeCheck: text },
      looks,
    },
  }
}
