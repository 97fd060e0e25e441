import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-certificate-rejected',
  confirm: `Verify the client certificate against the authorities that the server trusts (\`openssl verify -CAfile CA.pem client.pem\`), its dates and its purpose; the server's log names the reason.`,
  symptoms: [
    {
      driver: 'any',
      pattern: 'alert:48',
      // In a server's own log the alert is the client's, about the server's certificate.
      unless: [/Error receiving request from client|Ending connection from/],
      certainty: 'likely',
      weight: 3,
      sample: 'tlsv1 alert unknown ca:SSL alert number 48',
    },
    {
      driver: 'any',
      pattern: 'alert:42',
      // In a server's own log the alert is the client's, about the server's certificate.
      unless: [/Error receiving request from client|Ending connection from/],
      certainty: 'likely',
      weight: 3,
      sample: 'sslv3 alert bad certificate:SSL alert number 42',
    },
    {
      driver: 'any',
      pattern: 'alert:43',
      certainty: 'likely',
      weight: 3,
      sample: 'remote error: tls: unsupported certificate',
    },
    {
      driver: 'any',
      pattern: 'alert:44',
      certainty: 'likely',
      weight: 3,
      sample: 'remote error: tls: revoked certificate',
    },
    {
      driver: 'any',
      pattern: 'alert:45',
      certainty: 'likely',
      weight: 3,
      sample: 'remote error: tls: expired certificate',
    },
    {
      driver: 'any',
      pattern: 'alert:46',
      // In a server's own log the alert is the client's, about the server's certificate.
      unless: [/Error receiving request from client|Ending connection from/],
      certainty: 'likely',
      weight: 3,
      sample: 'javax.net.ssl.SSLHandshakeException: Received fatal alert: certificate_unknown',
    },
    {
      driver: 'any',
      pattern:
        /SSL peer certificate validation failed|peer certificate (?:validation|verification) failed|[Cc]lient certificate (?:is |was )?(?:rejected|not trusted|invalid|expired|revoked)/,
      // The old shell and the tools say the same of the server's certificate.
      unless: [
        /no SSL certificate provided|couldn't connect to server|connect failed|src\/mongo\/shell|MongoDB shell|\[(?:js|thread1|main)\]/,
      ],
      certainty: 'likely',
      weight: 3,
      sample:
        'SSLHandshakeFailed: SSL peer certificate validation failed: unable to get local issuer certificate',
    },
    {
      driver: 'any',
      pattern: /peer certificate validation failed/i,
      with: [/\[conn\d{1,9}\]|ctx"?: ?"?conn\d|Error receiving request from client/],
      unless: [/no SSL certificate provided/],
      certainty: 'certain',
      weight: 4,
      sample: `{"s":"E","c":"NETWORK","id":23256,"ctx":"conn3","msg":"SSL peer certificate validation failed","attr":{"reason":"certificate has expired"}}`,
    },
  ],
}
