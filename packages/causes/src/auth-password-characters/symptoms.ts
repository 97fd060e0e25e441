import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-password-characters',
  confirm:
    'Set a password of ASCII letters and digits once: it works, then the characters (or FIPS with SCRAM-SHA-1) were the reason; use SCRAM-SHA-256.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /U_STRINGPREP_PROHIBITED_ERROR|(?:SASL|string)prep[^\n]{0,80}(?:prohibit|fail|error|invalid|unassigned|forbidden|bidi)|(?:prohibited|unassigned|forbidden) (?:character|code ?point)[^\n]{0,60}|unsupported hash type md5|MD5 MessageDigest not available/i,
      with: [/mongo|SCRAM|password|user|auth|SASL|prep/i],
      certainty: 'certain',
      weight: 3,
      sample: 'Error preflighting UTF-8 conversion: U_STRINGPREP_PROHIBITED_ERROR',
    },
    {
      driver: 'any',
      pattern:
        /(?:Unassigned code point|Prohibited character)(?:, see https:\/\/tools\.ietf\.org\/html\/rfc4013| at position \d)|SCRAM-SHA-1 is not supported in FIPS mode/,
      certainty: 'certain',
      weight: 3,
      sample: 'Error: Unassigned code point, see https://tools.ietf.org/html/rfc4013#section-2.5',
    },
    {
      driver: 'any',
      pattern: /ICU required to SASLPrep password|SASLPrep/,
      certainty: 'likely',
      weight: 3,
      sample: 'SCRAM Failure: ICU required to SASLPrep password',
    },
    {
      driver: 'any',
      pattern:
        /md5[^\n]{0,60}(?:FIPS|disabled|not (?:available|supported|permitted))|(?:FIPS)[^\n]{0,80}(?:md5|SCRAM-SHA-1)|disabled for fips|EVP_DigestInit[^\n]{0,40}unsupported|non-ASCII (?:character|password)/i,
      with: [/mongo|SCRAM|password|auth/i],
      certainty: 'likely',
      weight: 3,
      sample:
        'pymongo: ValueError: [digital envelope routines: EVP_DigestInit_ex] disabled for FIPS (SCRAM-SHA-1 password)',
    },
    {
      driver: 'java',
      pattern: /(?:First|Contains both|last)\b[^\n]{0,40}RandALCat character|First character is RandALCat/,
      certainty: 'likely',
      weight: 3,
      sample:
        'java.lang.IllegalArgumentException: First character is RandALCat, but last character is not (com.mongodb SaslPrep)',
    },
  ],
}
