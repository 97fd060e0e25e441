import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-api-version',
  confirm: `Give serverApi version '1' to the client where the server requires it (requireApiVersion), and leave it out for a server that does not know it.`,
  symptoms: [
    {
      driver: 'any',
      pattern: /Provided apiStrict:true/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoServerError: Provided apiStrict:true, but the command distinct is not in API Version 1',
    },
    {
      driver: 'any',
      pattern:
        /The apiVersion parameter is required|API version "?\d{0,3}"?[^\n]{0,40}(?:not (?:supported|recognized)|required|deprecated)|API version must be|apiVersion[^\n]{0,60}(?:is required|is an unknown field|unsupported|must be)|requireApiVersion|APIVersionError|APIStrictError|APIDeprecationError/,
      unless: [/atlas tier|validating data|apps\/v1|kubectl|error from daemon/],
      certainty: 'certain',
      weight: 2,
      sample: `MongoServerError: The apiVersion parameter is required, please configure your MongoClient's API version`,
    },
    {
      driver: 'any',
      pattern: 'server:322',
      certainty: 'certain',
      sample: 'MongoServerError: code: 322',
    },
    {
      driver: 'any',
      pattern: 'server:323',
      unless: [/CMD_NOT_ALLOWED|atlas tier/],
      certainty: 'likely',
      sample: 'Provided apiStrict:true, but the command count is not in API Version 1 code: 323',
    },
    {
      driver: 'any',
      pattern: 'server:324',
      certainty: 'certain',
      sample: 'code: 324',
    },
    {
      driver: 'any',
      pattern:
        /api version \S{1,20} not supported; this driver|Unknown ServerApi version|Invalid server API version|URI cannot contain `serverApi`/i,
      certainty: 'certain',
      weight: 1,
      sample: 'api version "2" not supported; this driver version only supports API version "1"',
    },
    {
      driver: 'java',
      pattern: /Unsupported server API version: /,
      certainty: 'certain',
      weight: 1,
      sample: 'com.mongodb.MongoClientException: Unsupported server API version: 2',
    },
  ],
}
