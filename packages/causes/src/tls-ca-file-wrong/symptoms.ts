import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-ca-file-wrong',
  confirm: `Read the file that tlsCAFile names (\`openssl x509 -in FILE -noout -issuer\`): not PEM, or not the authority that signed the server's certificate, settles it.`,
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /NO_CERTIFICATE_OR_CRL_FOUND|no certificate or crl found/i,
      certainty: 'certain',
      weight: 2,
      sample: 'ssl.SSLError: [X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4154)',
    },
    {
      driver: 'go',
      pattern:
        /the specified CA file does not contain any valid certificates|failed to (?:parse|append) (?:CA|root) cert\w{0,12}/,
      certainty: 'certain',
      weight: 2,
      sample: 'error parsing uri: the specified CA file does not contain any valid certificates',
    },
    {
      driver: 'any',
      pattern:
        /(?:error setting|loading) (?:certificate verify locations|CA)|PEM_R_NO_START_LINE[^\n]{0,60}CA|(?:CA|ca)(?: |-|_)?[Ff]ile[^\n]{0,60}(?:not (?:a )?valid|invalid|no (?:valid )?certificates?|not PEM|malformed|parse)|No certificates? (?:data )?(?:found|in) (?:in )?[^\n]{0,20}(?:CA|file|PEM)|[Ii]nvalid keystore format|keystore was tampered with/,
      unless: [/keystore password was incorrect|Tomcat|Catalina|Jetty/],
      certainty: 'certain',
      weight: 1,
      sample: 'java.io.IOException: Invalid keystore format',
    },
    {
      driver: 'rust',
      pattern:
        /[Uu]nable to parse PEM-encoded root certificate|[Ii]nvalid (?:root )?(?:CA|PEM)[^\n]{0,40}certificate/,
      unless: [/No such file|cannot find the file|os error 2\b/],
      certainty: 'certain',
      weight: 1,
      sample:
        'Error: Kind: An invalid TLS configuration was provided: Unable to parse PEM-encoded root certificate from ca.der',
    },
    {
      driver: 'c',
      pattern: /Cannot find certificate in '[^'\n]{1,300}(?:ca|root|bundle)/i,
      certainty: 'certain',
      weight: 1,
      sample: `mongoc: Cannot find certificate in '/etc/ssl/ca.der'`,
    },
    {
      driver: 'node',
      pattern: 'verify:leaf',
      certainty: 'possible',
      weight: 1,
      sample: 'MongoServerSelectionError: unable to verify the first certificate',
    },
    {
      driver: 'node',
      pattern: 'verify:no-issuer',
      certainty: 'possible',
      weight: 1,
      sample: 'MongoServerSelectionError: unable to get local issuer certificate',
    },
    {
      driver: 'any',
      pattern: 'verify:failed',
      with: [/tlsCAFile|ssl_ca_certs|sslCA\b|--tlsCAFile|--sslCAFile|trustStore|ca_certs/],
      unless: [
        'host:atlas',
        'verify:name',
        'verify:expired',
        'verify:not-yet-valid',
        'host:documentdb',
        /certifi\b/,
      ],
      certainty: 'likely',
      weight: 1,
      sample:
        'tlsCAFile=/etc/ssl/ca.pem ... certificate verify failed: unable to get local issuer certificate',
    },
    {
      driver: 'mongod',
      pattern:
        /SSL\w{0,4}(?:CA|PEM)\w{0,8} ?[Ff]ile[^\n]{0,80}(?:invalid|error|no start line)|cannot read certificate file[^\n]{0,160}no start line/i,
      certainty: 'likely',
      weight: 2,
      sample:
        'cannot read certificate file: /etc/ssl/mongodb.pem error:0909006C:PEM routines:get_name:no start line',
    },
    {
      driver: 'any',
      pattern: /DerInputStream|toDerInputStream/,
      with: [/trust|CA|keystore/i],
      certainty: 'likely',
      weight: 3,
      sample: 'java.io.IOException: toDerInputStream rejects tag type 45 (trustStore)',
    },
    {
      driver: 'java',
      pattern: /Keystore was tampered with, or password was incorrect/,
      unless: [/Tomcat|Catalina|Jetty/i],
      certainty: 'likely',
      weight: 2,
      sample: 'java.io.IOException: Keystore was tampered with, or password was incorrect (com.mongodb)',
    },
  ],
}
