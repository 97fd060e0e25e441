import { says } from '@mongowhy/core'
import type { NamedCause, Report } from '@mongowhy/core'

const endpoint = 'db.example.net:27017'

const mismatch: NamedCause = {
  code: 'tls-hostname-mismatch',
  certainty: 'certain',
  stage: 'tls',
  endpoints: [endpoint],
  title: says`The certificate of ${endpoint} is for other names`,
  explanation: says`The server's certificate names ${'other.example.net'}, so the driver cannot tell that it reached ${'db.example.net'} and stops.`,
  because: [
    {
      look: 'tls.handshake#1',
      endpoint,
      says: says`the certificate names ${'other.example.net'}, not ${'db.example.net'}`,
    },
  ],
  steps: [
    says`Connect under a name that the certificate has: ${'other.example.net'}.`,
    says`Or have a certificate issued for ${'db.example.net'}; \`openssl x509 -in server.pem -noout -ext subjectAltName\` shows the names of one.`,
  ],
  confirm: null,
  operator: [says`The certificate that ${'net.tls.certificateKeyFile'} names: its subjectAltName.`],
}

const advisory: NamedCause = {
  code: 'dns-ipv6-first',
  certainty: 'likely',
  stage: 'dns',
  endpoints: [endpoint],
  title: says`${'db.example.net'} resolves to ::1 first`,
  explanation: says`Nothing listens there; drivers that try one family only fail.`,
  because: [{ look: 'dns.query#1', endpoint: null, says: says`the first address is ${'::1'}` }],
  steps: [says`Name 127.0.0.1 instead.`],
  confirm: says`Connect to 127.0.0.1 and see whether it works.`,
  operator: [],
}

/** A report of every part, made by hand. */
export const explained: Report = {
  tool: { name: 'mongowhy', version: '0.1.0', node: '20.20.2', openssl: '3.0.19', platform: 'linux x64' },
  target: { uri: 'mongodb://<credentials>@db.example.net/app?tls=true', source: 'env:MONGODB_URI' },
  verdict: {
    outcome: 'explained',
    headline: mismatch.title,
    primary: mismatch,
    others: [
      {
        ...mismatch,
        code: 'topology-no-primary',
        stage: 'topology',
        certainty: 'likely',
        title: says`No member is primary`,
      },
    ],
    advisories: [advisory],
    consequences: [{ code: 'auth-not-provided', of: 'tls-hostname-mismatch' }],
    ruledOut: [
      {
        code: 'tls-self-signed',
        title: 'The certificate is self-signed',
        because: [{ look: 'tls.handshake#1', endpoint, says: says`its issuer is ${'Lab CA'}` }],
      },
    ],
    undecided: [
      { code: 'auth-rejected', title: 'The login is rejected', missing: ['auth.login of the target'] },
    ],
    disagreement: says`The driver connected all the same.`,
  },
  stages: [
    { stage: 'uri', endpoint: null, status: 'ok', tookMs: 0.4, summary: says`mongodb, one host` },
    { stage: 'tcp', endpoint, status: 'ok', tookMs: 1.24, summary: says`${'127.0.0.1'} open` },
    {
      stage: 'tls',
      endpoint,
      status: 'failed',
      tookMs: 8.1,
      summary: says`certificate not accepted: name-mismatch`,
    },
    {
      stage: 'auth',
      endpoint: null,
      status: 'skipped',
      tookMs: 0,
      summary: says`not checked: the peer is not verified`,
    },
  ],
  evidence: {
    format: 1,
    takenAt: '2026-01-01T00:00:00.000Z',
    options: { offline: false, stageTimeoutMs: 5_000, resolvers: [], writeCheck: null },
    looks: [
      {
        id: 'tcp.connect#1',
        ask: { probe: 'tcp.connect', endpoint, vary: { address: '127.0.0.1' } },
        startedAt: 1,
        status: 'seen',
        tookMs: 1.24,
        saw: { address: '127.0.0.1', port: 27017, family: 'ipv4', outcome: { is: 'open', roundTripMs: 1.2 } },
      },
      {
        id: 'auth.login#1',
        ask: { probe: 'auth.login', endpoint: null, vary: {} },
        startedAt: 11,
        status: 'skipped',
        reason: 'unverified-peer',
      },
    ],
  },
  timing: { totalMs: 14.56, criticalPathMs: 12.1 },
  interrupted: false,
}

export const healthy: Report = {
  ...explained,
  verdict: {
    ...explained.verdict,
    outcome: 'healthy',
    headline: says`The connection works: the driver connected to the server and read from the database ${'app'}.`,
    primary: null,
    others: [],
    consequences: [],
    disagreement: null,
  },
}
