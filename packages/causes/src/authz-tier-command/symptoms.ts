import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-tier-command',
  confirm:
    'Look the command up in the list of commands that this tier (M0, Flex) does not take; a dedicated tier takes it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /CMD_NOT_ALLOWED|(?:are|is) (?:disallowed|not allowed|unavailable|not supported)[^\n]{0,40}(?:atlas )?tier|in this atlas tier|atlas tier|not (?:supported|allowed) (?:in|on) (?:this )?(?:M0|M2|M5|shared|free|Flex|serverless)/i,
      certainty: 'certain',
      weight: 5,
      sample: 'MongoServerError: noTimeout cursors are disallowed in this atlas tier',
    },
    {
      driver: 'any',
      pattern: /\w{2,40} is not allowed in this atlas|CommandNotSupported[^\n]{0,40}Atlas/i,
      certainty: 'certain',
      weight: 4,
      sample: 'mapReduce is not allowed in this atlas tier',
    },
    {
      driver: 'any',
      pattern: /Provided apiStrict:true, but the command/,
      certainty: 'possible',
      weight: 5,
      sample: 'MongoServerError: Provided apiStrict:true, but the command distinct is not in API Version 1',
    },
  ],
}
