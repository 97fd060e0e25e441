import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-driver-too-old',
  symptoms: [
    {
      driver: 'any',
      pattern: /Unsupported OP_QUERY command: \w{1,60}\. The client driver may require an upgrade/,
      certainty: 'certain',
      sample:
        'MongoError: Unsupported OP_QUERY command: find. The client driver may require an upgrade. For more details see https://dochub.mongodb.org/core/legacy-opcode-removal',
    },
    {
      driver: 'any',
      pattern: /UnsupportedOpQueryCommand/,
      certainty: 'certain',
      sample: 'Command failed with error 352 (UnsupportedOpQueryCommand)',
    },
    {
      driver: 'node',
      pattern: /MongoError: (?:no mongos proxy available|Topology was destroyed)/,
      certainty: 'possible',
      sample: 'MongoError: Topology was destroyed',
    },
  ],
}
