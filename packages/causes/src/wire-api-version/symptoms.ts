import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-api-version',
  symptoms: [
    {
      driver: 'any',
      pattern: /The apiVersion parameter is required/,
      certainty: 'certain',
      sample:
        "MongoServerSelectionError: The apiVersion parameter is required, please configure your MongoClient's API version",
    },
    {
      driver: 'any',
      pattern: /Provided apiStrict:true, but the command \S{1,80} is not in API Version/,
      certainty: 'certain',
      sample:
        'MongoServerError: Provided apiStrict:true, but the command distinct is not in API Version 1. Information on supported commands and migrations in API Version 1 can be found at https://dochub.mongodb.org/core/manual-versioned-api',
    },
    {
      driver: 'any',
      pattern:
        /\bAPI version must be "1"|APIVersionError\b|APIStrictError\b|APIDeprecationError\b|APIMismatchError\b/,
      certainty: 'certain',
      sample: 'MongoServerError: API version must be "1"',
    },
    {
      driver: 'any',
      pattern:
        /(?:BSON field '[\w.]{1,60}\.apiVersion' is an unknown field|unrecognized field 'apiVersion')/i,
      certainty: 'likely',
      sample: "MongoServerError: BSON field 'find.apiVersion' is an unknown field.",
    },
    {
      driver: 'any',
      pattern: 'server:323',
      certainty: 'certain',
      sample: '"ok" : 0, "code" : 323, "codeName" : "APIStrictError"',
    },
  ],
}
