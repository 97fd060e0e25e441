import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-clock-wrong',
  confirm:
    'Compare `date -u` on this machine with a trusted clock; minutes off break tokens and Kerberos, years off break certificates.',
  symptoms: [
    {
      driver: 'any',
      pattern: /[Cc]lock skew too great|KRB5?_?AP_ERR_SKEW/,
      certainty: 'certain',
      weight: 1,
      sample:
        'GSSAPI Error: Unspecified GSS failure. Minor code may provide more information (Clock skew too great)',
    },
    {
      driver: 'any',
      pattern:
        /Signature (?:not yet current|expired)|RequestTimeTooSkewed|is now earlier than|The difference between the request time and the (?:current|server) time/,
      certainty: 'likely',
      weight: 2,
      sample:
        'An error occurred (SignatureDoesNotMatch): Signature expired: 20240301T100000Z is now earlier than 20240301T101500Z',
    },
    {
      driver: 'any',
      pattern: /[Cc]lock (?:is )?skew/,
      unless: [/^make\b|Clock skew detected\.|modification time/m],
      certainty: 'likely',
      weight: 1,
      sample: 'MongoServerError: authentication failed: clock skew',
    },
    {
      driver: 'any',
      pattern: 'verify:not-yet-valid',
      certainty: 'possible',
      weight: 3,
      sample: 'MongoServerSelectionError: certificate is not yet valid',
    },
    {
      driver: 'any',
      pattern: 'verify:expired',
      certainty: 'possible',
      weight: -3,
      sample: 'MongoServerSelectionError: certificate has expired',
    },
    {
      driver: 'any',
      pattern: /current time (?:19\d\d|200\d|201[0-5])-\d\d-\d\dT[^\n]{0,40}is before/,
      certainty: 'likely',
      weight: 2,
      sample:
        'x509: certificate has expired or is not yet valid: current time 1970-01-01T00:00:52Z is before 2024-03-01T00:00:00Z',
    },
    {
      driver: 'any',
      pattern:
        /(?:token|JWT)[^\n]{0,40}(?:not yet valid|used before issued|issued in the future|not valid yet)/i,
      certainty: 'likely',
      weight: 1,
      sample: 'InvalidJWT: token is not yet valid',
    },
    {
      driver: 'any',
      pattern:
        /(?:replication|logical|cluster) ?[Tt]ime[^\n]{0,60}(?:too far|ahead|exceeds)|ClusterTimeFailsRateLimiter/,
      certainty: 'likely',
      sample: `ClusterTimeFailsRateLimiter: New cluster time, 1700000000, is too far from this node's wall clock time`,
    },
    {
      driver: 'any',
      pattern: 'verify:not-yet-valid',
      certainty: 'possible',
      weight: 4,
      sample: 'MongoServerSelectionError: certificate is not yet valid',
    },
  ],
}
