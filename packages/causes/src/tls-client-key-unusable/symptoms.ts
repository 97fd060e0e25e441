import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-client-key-unusable',
  confirm:
    'Read the file as OpenSSL does (`openssl rsa -in FILE -check`, `openssl x509 -in FILE`): both parts must be there, belong together, and open with the password given.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /X509_KEY_VALUES_MISMATCH|KEY_VALUES_MISMATCH|key values mismatch|Private key doesn't match certificate|private key does not match public key|BAD_DECRYPT|bad decrypt|bad password read|BAD_PASSWORD_READ|EMPTY_PASSWORD|1E08010C|DECODER routines|mac verify failure|keystore password was incorrect|failed to (?:find|parse) (?:PEM|any PEM|private key|certificate(?! from server))|tls: failed to find|Cannot recover key|Bad password given|PEM lib|\[SSL\] PEM lib|x509: decryption password incorrect|UnrecoverableKeyException/i,
      with: [/mongo|SSL|TLS|ssl|tls|PEM|pem|key/i],
      certainty: 'certain',
      weight: 3,
      sample: 'MongoServerSelectionError: error:1E08010C:DECODER routines::unsupported',
    },
    {
      driver: 'any',
      pattern: /PEM_NO_START_LINE|no start line|NO_START_LINE|0909006C|0480006C|PEM_read_bio/i,
      unless: [/CA ?[Ff]ile|NO_CERTIFICATE_OR_CRL/],
      certainty: 'likely',
      weight: 3,
      sample: 'Error: error:0480006C:PEM routines::no start line',
    },
    {
      driver: 'rust',
      pattern:
        /[Uu]nable to parse (?:PEM-encoded )?(?:private key|(?:client )?certificate|item)|unable to (?:decrypt|read) (?:the )?(?:client )?(?:key|certificate)|invalid private key|no (?:PEM-encoded )?keys found/i,
      certainty: 'certain',
      weight: 2,
      sample:
        'Error: Kind: An invalid TLS configuration was provided: Unable to parse PEM-encoded item from client.pem',
    },
    {
      driver: 'mongod',
      pattern:
        /cannot read (?:PEM key|private key|certificate) file[^\n]{0,160}(?:bad decrypt|no start line|mismatch|key values)|cannot use (?:PEM|certificate)[^\n]{0,60}|cannot validate the private key/i,
      certainty: 'likely',
      weight: 1,
      sample:
        'cannot read PEM key file: /etc/ssl/mongodb.pem error:0906D06C:PEM routines:PEM_read_bio:no start line',
    },
    {
      driver: 'csharp',
      pattern:
        /The credentials supplied to the package were not recognized|No credentials are available in the security package|The specified network password is not correct|The server mode SSL must use a certificate with the associated private key/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 2,
      sample:
        'MongoDB.Driver: System.ComponentModel.Win32Exception (0x8009030D): The credentials supplied to the package were not recognized',
    },
    {
      driver: 'any',
      pattern:
        /empty password|tls: private key|incorrect password|no private key|KeyStoreException|Given final block not properly padded/i,
      with: [/keystore|private key|PEM|certificate|ssl|tls/i],
      unless: [/bad auth|Authentication failed/i],
      certainty: 'likely',
      weight: 3,
      sample: 'java.security.KeyStoreException: no private key for the alias (ssl)',
    },
    {
      driver: 'any',
      pattern: /(?:load|decode|parse|read|decrypt)(?:ing)? (?:the )?private key/i,
      with: [/mongo|tls|ssl|pem|certificate/i],
      certainty: 'likely',
      sample:
        'java.lang.IllegalStateException: Failed to load the private key of the MongoDB client certificate',
    },
    {
      driver: 'rust',
      pattern: /Could not parse pemfile|No encrypted private keys found|Invalid encrypted private key/,
      with: [/mongo|Kind:|kind:/],
      certainty: 'likely',
      weight: 2,
      sample: 'Kind: Invalid TLS configuration: No encrypted private keys found',
    },
    {
      driver: 'java',
      pattern: /Keystore was tampered with, or password was incorrect/,
      unless: [/Tomcat|Catalina|Jetty/i],
      certainty: 'likely',
      weight: 1,
      sample: 'java.io.IOException: Keystore was tampered with, or password was incorrect (com.mongodb)',
    },
    {
      driver: 'c',
      pattern: /Can't extract subject from file '/,
      certainty: 'possible',
      weight: 1,
      sample: "mongoc: Can't extract subject from file '/etc/ssl/mongodb/client.pem'",
    },
  ],
}
