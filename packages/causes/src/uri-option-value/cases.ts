import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given } from '../kit/uri-case.ts'

export const cases: Cases = defineCases({
  code: 'uri-option-value',
  matching: [
    {
      name: 'a word for a number',
      evidence: given('mongodb://db.lab.test/?connectTimeoutMS=soon').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: '1 for true',
      evidence: given('mongodb://db.lab.test/?tls=1').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'nothing, where a variable was empty',
      evidence: given('mongodb://db.lab.test/?replicaSet=&w=majority').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'twice',
      evidence: given('mongodb://db.lab.test/?maxPoolSize=5&maxPoolSize=6').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a compressor that there is not',
      evidence: given('mongodb://db.lab.test/?compressors=snappy,gzip').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a proxy’s port without a proxy',
      evidence: given('mongodb://db.lab.test/?proxyPort=1080').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a unit that the Node driver drops',
      evidence: given('mongodb://db.lab.test/?connectTimeoutMS=5s').build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the separator of the first drivers, which hides the next option in the value',
      evidence: given('mongodb://db.lab.test/?w=1;retryWrites=false').build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
    {
      name: 'the same in a value that cannot be',
      evidence: given('mongodb://db.lab.test/?retryWrites=false;w=1').build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'one that is dropped beside one that is refused',
      evidence: given('mongodb://db.lab.test/?connectTimeoutMS=5s&tls=yes').build(),
      at: null,
      certainty: 'certain',
    },
  ],
  lookAlikes: [
    {
      name: 'a ; in a value, before nothing that is an option',
      evidence: given('mongodb://db.lab.test/?appName=one;two=2').build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'an option that nobody knows',
      evidence: given('mongodb://db.lab.test/?conectTimeout=5000').build(),
      at: null,
      is: 'absent',
      really: 'uri-option-unknown',
    },
    {
      name: 'tls and ssl at odds',
      evidence: given('mongodb://db.lab.test/?tls=true&ssl=false').build(),
      at: null,
      is: 'absent',
      really: 'uri-tls-options-conflict',
    },
    {
      name: 'a mechanism that there is not',
      evidence: given('mongodb://db.lab.test/?authMechanism=SCRAM').build(),
      at: null,
      is: 'absent',
      really: 'uri-auth-options',
    },
    {
      name: 'tags twice, which is how several are written',
      evidence: given(
        'mongodb://db.lab.test/?readPreference=nearest&readPreferenceTags=dc:a&readPreferenceTags=',
      ).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'values in the case that the driver does not mind',
      evidence: given('mongodb://db.lab.test/?readPreference=secondarypreferred&w=majority').build(),
      at: null,
      is: 'absent',
    },
  ],
})
