import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-ip-changed',
  symptoms: [
    {
      driver: 'node',
      pattern: /SSL alert number 80/,
      certainty: 'possible',
      sample:
        'MongoServerSelectionError: error:0A000438:SSL routines:ssl3_read_bytes:tlsv1 alert internal error:ssl/record/rec_layer_s3.c:1590:SSL alert number 80',
    },
    {
      driver: 'any',
      pattern:
        /IP that isn't whitelisted|Make sure your current IP address is on your Atlas cluster's IP whitelist|your current IP address is (?:not )?(?:on|in) (?:your|the) (?:Atlas )?(?:cluster's )?(?:IP )?(?:access list|whitelist)/i,
      certainty: 'possible',
      sample:
        "MongooseServerSelectionError: Could not connect to any servers in your MongoDB Atlas cluster. One common reason is that you're trying to access the database from an IP that isn't whitelisted. Make sure your current IP address is on your Atlas cluster's IP whitelist",
    },
    {
      driver: 'pymongo',
      pattern: /\[SSL: TLSV1_ALERT_INTERNAL_ERROR\]/,
      certainty: 'possible',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: SSL handshake failed: [SSL: TLSV1_ALERT_INTERNAL_ERROR] tlsv1 alert internal error (_ssl.c:1007)',
    },
  ],
}
