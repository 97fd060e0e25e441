import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-secret-corrupted',
  confirm:
    'Print the length and the last byte of the secret that the process received (not the secret): a newline, a BOM or a wrong length settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:trailing|extra|hidden|invisible)[^\n]{0,20}(?:new ?line|line ?break|white ?space|space|carriage return|\\n|\\r|BOM|character)|echo[^\n]{0,40}\| ?base64|%0[AaDd]@|\\[nr]['"]?@|\bprintf\b[^\n]{0,40}base64|base64[^\n]{0,40}(?:newline|\\n)|kubernetes secret|k8s secret|secretKeyRef/i,
      with: [/[Aa]uthentication ?[Ff]ailed|bad auth/],
      certainty: 'possible',
      weight: 9,
      sample: 'The Kubernetes secret has a trailing newline: MongoServerError: Authentication failed.',
    },
  ],
}
