import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-not-mongodb',
  confirm:
    'Look at what answers on that port (`curl -v telnet://HOST:PORT`, or a browser): a banner of another service settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /wrong version number|WRONG_VERSION_NUMBER|0A00010B|1408F10B|140770FC|SSL3_GET_RECORD|packet length too long|http request|HTTP_REQUEST|0A00009C|unknown protocol/i,
      with: [/SSL|TLS|ssl|routines/],
      certainty: 'likely',
      weight: 3,
      sample:
        'MongoServerSelectionError: 80EC6BBF0F7F0000:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../deps/openssl/openssl/ssl/record/ssl3_record.c:355:',
    },
    {
      driver: 'go',
      pattern:
        /first record does not look like a TLS handshake|server gave HTTP response to HTTPS client|oversized record received/,
      certainty: 'likely',
      weight: 2,
      sample: 'tls: first record does not look like a TLS handshake',
    },
    {
      driver: 'java',
      pattern: /Unsupported or unrecognized SSL message|Unrecognized SSL message, plaintext connection/,
      certainty: 'likely',
      weight: 1,
      sample: 'javax.net.ssl.SSLException: Unsupported or unrecognized SSL message',
    },
    {
      driver: 'rust',
      pattern: /received corrupt message of type InvalidContentType|InvalidContentType|corrupt message/,
      certainty: 'likely',
      weight: 1,
      sample: 'Kind: I/O error: received corrupt message of type InvalidContentType',
    },
    {
      driver: 'csharp',
      pattern:
        /Cannot determine the frame size or a corrupted frame was received|handshake failed due to an unexpected packet format/,
      certainty: 'likely',
      weight: 1,
      sample:
        'System.Security.Authentication.AuthenticationException: Cannot determine the frame size or a corrupted frame was received.',
    },
    {
      driver: 'any',
      pattern: 'peer:http',
      certainty: 'likely',
      weight: 1,
      sample: 'Got response id 1347703880 but expected 1',
    },
  ],
}
