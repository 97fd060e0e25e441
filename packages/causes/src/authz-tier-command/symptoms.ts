import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'authz-tier-command',
  symptoms: [
    {
      driver: 'any',
      pattern: /CMD_NOT_ALLOWED: ?[$\w]{1,60}/,
      certainty: 'certain',
      sample:
        "Command failed with error 8000 (AtlasError): 'CMD_NOT_ALLOWED: mapreduce' on server cluster0-shard-00-00.ab1cd.mongodb.net:27017.",
    },
    {
      driver: 'any',
      pattern: /allowed\b.{0,120}\bin this [Aa]tlas tier/,
      certainty: 'certain',
      sample:
        'MongoServerError: {getParameter: 1, featureCompatibilityVersion: ""} not allowed in this atlas tier',
    },
    {
      driver: 'any',
      pattern: /Provided apiStrict:true, but (?:the command \S{1,60} is not in API Version|.{1,120})/,
      certainty: 'certain',
      sample: 'MongoServerError: Provided apiStrict:true, but the command distinct is not in API Version 1',
    },
  ],
}
