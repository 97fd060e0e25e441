import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-not-mongodb',
  symptoms: [
    {
      driver: 'node',
      pattern: /ERR_SSL_WRONG_VERSION_NUMBER|ssl3_get_record:wrong version number|:wrong version number:/,
      certainty: 'likely',
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/openssl/ssl/record/ssl3_record.c:350:',
    },
    {
      driver: 'pymongo',
      pattern: /\[SSL: WRONG_VERSION_NUMBER\]/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: db.lab.test:27017: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)',
    },
    {
      driver: 'java',
      pattern: /Unsupported or unrecognized SSL message/,
      certainty: 'likely',
      sample: 'javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
    },
    {
      driver: 'go',
      pattern: /first record does not look like a TLS handshake/,
      certainty: 'likely',
      sample: 'tls: first record does not look like a TLS handshake',
    },
  ],
}
