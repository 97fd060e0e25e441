import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-option-unknown',
  symptoms: [
    {
      driver: 'node',
      pattern: /MongoParseError: options? [\w, .-]{1,400} (?:is|are) not supported/,
      certainty: 'certain',
      sample: `MongoParseError: option usenewurlparser is not supported`,
    },
    {
      driver: 'pymongo',
      pattern: /Unknown option:? \S{1,80}/,
      certainty: 'certain',
      sample: `UserWarning: Unknown option: retrywriets. Did you mean one of (retrywrites) or maybe a camelCase version of one?`,
    },
    {
      driver: 'java',
      pattern: /Connection string contains unsupported option '/,
      certainty: 'certain',
      sample: `WARN org.mongodb.driver.uri - Connection string contains unsupported option 'usenewurlparser'.`,
    },
  ],
}
