import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-timeout-too-small',
  confirm:
    'Measure name resolution, TCP and TLS one by one (or raise serverSelectionTimeoutMS to 30 s): it works with the larger value, then the limit was too small.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:Server selection timed out after|serverSelectionTimeoutMS["']?\s{0,2}[=:]|Timed out after|connectTimeoutMS["']?\s{0,2}[=:]|within)\s{0,2}(?:[1-9]\d{0,2})(?:\.0)? ?(?:ms\b|,|\b(?! ?s|\d|\.))|Timeout: 0\.\d{1,3}s/,
      unless: [
        /ENOTFOUND|ECONNREFUSED|refused|certificate|alert|\[Errno|Map\(0\)|ReplicaSetNoPrimary|not known|no such host|UnknownHost|after [1-9]\d{3,}|unreachable/i,
      ],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerSelectionError: Server selection timed out after 500 ms',
    },
    {
      driver: 'any',
      pattern:
        /(?:increas\w{1,4}|rais\w{1,4}|higher|larger|bigger)[^\n]{0,60}(?:timeout|TimeoutMS)[^\n]{0,80}(?:work|fix|help|solv)\w{0,3}|works? (?:with|when|after)[^\n]{0,60}(?:timeout|TimeoutMS)/i,
      certainty: 'possible',
      weight: 9,
      sample: 'Increasing serverSelectionTimeoutMS to 60000 fixed it: MongoServerSelectionError',
    },
  ],
}
