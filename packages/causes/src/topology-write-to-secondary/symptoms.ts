import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'topology-write-to-secondary',
  confirm: 'The connection string has directConnection=true, and db.hello() there says secondary: true.',
  symptoms: [
    {
      driver: 'any',
      pattern: /\bnot (?:primary|master)\b(?! ?(?:or|and)\b)/i,
      certainty: 'likely',
      sample: 'MongoServerError: not primary',
    },
    {
      driver: 'any',
      pattern: 'server:10107',
      certainty: 'likely',
      sample: '"errmsg" : "not primary", "code" : 10107, "codeName" : "NotWritablePrimary"',
    },
    {
      driver: 'any',
      pattern: /\bNotPrimaryNoSecondaryOk\b|not (?:primary|master) and (?:secondaryOk|slaveOk)=false/i,
      certainty: 'likely',
      sample: 'MongoServerError: not primary and secondaryOk=false',
    },
  ],
}
