import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-entry-pending',
  symptoms: [
    {
      driver: 'node',
      pattern: /SSL alert number 80/,
      certainty: 'possible',
      sample:
        'MongoServerSelectionError: error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:ssl/record/rec_layer_s3.c:1590:SSL alert number 80',
    },
  ],
}
