import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'ops-write-concern',
  confirm:
    'Write once with w:1: it passes, then too few members are up for the write concern, or wtimeout is too short.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /waiting for replication timed out|Not enough data-bearing nodes|WriteConcernFailed|UnsatisfiableWriteConcern|UnknownReplWriteConcern|No write concern mode named|write ?concern (?:error|timeout|cannot be satisfied)|Write concern error|WriteConcernError|cannot use (?:'w'|non-majority|"majority")|No write concern mode/i,
      certainty: 'certain',
      yields: true,
      weight: 3,
      sample: 'WriteConcernError: waiting for replication timed out, code: 64',
    },
    {
      driver: 'any',
      pattern: 'server:64',
      certainty: 'certain',
      weight: 2,
      sample: 'code: 64',
    },
    {
      driver: 'any',
      pattern: 'server:100',
      certainty: 'certain',
      weight: 2,
      sample: 'UnsatisfiableWriteConcern code: 100',
    },
    {
      driver: 'any',
      pattern: 'server:79',
      certainty: 'certain',
      weight: 2,
      sample: 'code: 79',
    },
  ],
}
