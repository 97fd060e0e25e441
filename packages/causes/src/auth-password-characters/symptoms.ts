import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-password-characters',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /(?:Prohibited character|Unassigned code point), see https:\/\/tools\.ietf\.org\/html\/rfc4013/,
      certainty: 'certain',
      sample: 'Error: Unassigned code point, see https://tools.ietf.org/html/rfc4013#section-2.5',
    },
    {
      driver: 'any',
      pattern: /Error preflighting UTF-8 conversion|U_STRINGPREP_[A-Z_]{1,40}_ERROR/,
      certainty: 'certain',
      sample: 'MongoServerError: Error preflighting UTF-8 conversion: U_STRINGPREP_PROHIBITED_ERROR',
    },
    {
      driver: 'pymongo',
      pattern: /SASLprep: failed prohibited character check/,
      certainty: 'certain',
      sample: 'ValueError: SASLprep: failed prohibited character check',
    },
    {
      driver: 'java',
      pattern: /(?:Prohibited character|Unassigned code point) (?:at position|U\+|\S{1,12} )/,
      certainty: 'likely',
      sample: 'java.lang.IllegalArgumentException: Prohibited character at position 6',
    },
    {
      driver: 'go',
      pattern: /error SASLprepping password/,
      certainty: 'certain',
      sample: 'auth error: error SASLprepping password: prohibited character',
    },
    {
      driver: 'node',
      pattern: /Auth mechanism SCRAM-SHA-1 is not supported in FIPS mode/,
      certainty: 'certain',
      sample: 'Error: Auth mechanism SCRAM-SHA-1 is not supported in FIPS mode',
    },
  ],
}
