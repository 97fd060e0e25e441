import type { Symptoms } from '@mongowhy/core'

// What ties a file to MongoDB; else it may be one of a web server's.
const tie =
  /tls\w{0,12}(?:CA|Key)File|ssl(?:CA|Cert|Key)\b|ssl_\w{0,4}certs?|MongoClient|node_modules[/\\](?:mongodb|mongoose)|\/mongo\w{0,40}\/|mongo\w{0,40}\.pem|(?:global|rds)-[\w-]{0,20}bundle|pymongo[/\\.](?!import)|com\.mongodb|MongoDB\.Driver/i
const webServer =
  /letsencrypt|https\.(?:js|createServer)|createServer \(|ssl_context|WebServerException|Tomcat|Jetty|Undertow|Kestrel|AspNetCore|server\.ssl/

export const symptoms: Symptoms = {
  code: 'uri-tls-file-missing',
  confirm:
    'List the file as the program sees it (same user, same working directory, inside the container): not there or not readable settles it.',
  symptoms: [
    {
      driver: 'node',
      pattern: /ENOENT: no such file or directory, open '[^']{1,400}\.(?:pem|crt|cer|key|ca|bundle|p12|pfx)'/,
      with: [tie],
      unless: [webServer],
      certainty: 'certain',
      sample: `Error: ENOENT: no such file or directory, open '/etc/ssl/mongodb/ca.pem'`,
    },
    {
      driver: 'node',
      pattern: /EACCES: permission denied, open '[^']{1,400}\.(?:pem|crt|cer|key|ca|bundle|p12|pfx)'/,
      with: [tie],
      unless: [webServer],
      certainty: 'certain',
      sample: `Error: EACCES: permission denied, open '/etc/ssl/mongodb/client.pem'`,
    },
    {
      driver: 'pymongo',
      pattern:
        /FileNotFoundError: \[Errno 2\] No such file or directory(?:: '[^']{1,400}\.(?:pem|crt|cer|key|ca)')?/,
      with: [
        /load_verify_locations|load_cert_chain|get_ssl_context|ssl_support|tlsCAFile|tlsCertificateKeyFile|ssl_ca_certs|ssl_certfile/,
      ],
      certainty: 'certain',
      sample: `File "/home/ada/app/lib/python3.11/site-packages/pymongo/ssl_support.py", line 62, in get_ssl_context
    ctx.load_verify_locations(ca_certs)
FileNotFoundError: [Errno 2] No such file or directory`,
    },
    {
      driver: 'node',
      pattern:
        /(?:ENOENT: no such file or directory|EACCES: permission denied), open '[^']{1,400}\.(?:pem|crt|cer|key|ca|bundle|p12|pfx)'/,
      unless: [webServer, /\bserver\.(?:key|crt|cert|pem)'|private\.key'|privkey/],
      certainty: 'likely',
      sample: `Error: ENOENT: no such file or directory, open '/etc/ssl/ca.pem'`,
    },
    {
      driver: 'pymongo',
      pattern: /FileNotFoundError: \[Errno 2\] No such file or directory/,
      with: [/mongo/i],
      certainty: 'possible',
      sample: 'mongodb: FileNotFoundError: [Errno 2] No such file or directory',
    },
    {
      driver: 'pymongo',
      pattern:
        /(?:tlsCAFile|tlsCertificateKeyFile|ssl_ca_certs|ssl_certfile|tlsCRLFile)[^\n]{0,200}(?:No such file|cannot be opened|not readable)|(?:cert|ca|crl)\w{0,6}file[^\n]{0,60}(?:No such file|could not be opened)/i,
      unless: [webServer],
      certainty: 'certain',
      sample: 'pymongo.errors.ConfigurationError: certfile could not be opened: No such file or directory',
    },
    {
      driver: 'go',
      pattern:
        /open [^\s:]{1,400}\.(?:pem|crt|cer|key|ca): (?:no such file or directory|The system cannot find|permission denied)/,
      certainty: 'likely',
      sample: 'error parsing uri: open /etc/ssl/mongodb/ca.pem: no such file or directory',
    },
    {
      driver: 'java',
      pattern:
        /(?:FileNotFoundException|NoSuchFileException): [^\n]{1,400}\.(?:jks|p12|pem|crt|cer|pfx)|trustStore[^\n]{0,60}(?:No such file|does not exist|FileNotFound)/,
      unless: [webServer],
      certainty: 'certain',
      sample: 'java.io.FileNotFoundException: /etc/ssl/mongodb/truststore.jks (No such file or directory)',
    },
    {
      driver: 'rust',
      pattern: /No such file or directory \(os error 2\)/,
      unless: [/\.sock\b|sockets?\//],
      certainty: 'likely',
      sample: 'Error: Kind: I/O error: No such file or directory (os error 2), labels: {}',
    },
    {
      driver: 'c',
      pattern:
        /Cannot (?:find|load|open) (?:certificate|CA|CRL|private key)[^\n]{0,40}['"][^'"]{1,400}['"]|(?:Failed to|Cannot) (?:open|read) (?:certificate|ca|key)[^\n]{0,80}\.(?:pem|crt|key)/i,
      certainty: 'likely',
      weight: 2,
      sample: `mongoc: Cannot load CA file '/etc/ssl/mongodb/ca.pem'`,
    },
    {
      driver: 'csharp',
      pattern:
        /(?:FileNotFoundException|DirectoryNotFoundException|CryptographicException)[^\n]{0,120}\.(?:pem|crt|cer|key|p12|pfx)/,
      unless: [webServer],
      certainty: 'certain',
      sample: `System.IO.FileNotFoundException: Could not find file '/app/certs/client.pfx'.`,
    },
    {
      driver: 'ruby',
      pattern: /(?:ENOENT|No such file or directory)[^\n]{0,80}\.(?:pem|crt|cer|key|ca)/,
      certainty: 'likely',
      sample: 'Errno::ENOENT: No such file or directory @ rb_sysopen - /etc/ssl/mongodb/ca.pem',
    },
    {
      driver: 'any',
      pattern: /global-bundle\.pem|rds-combined-ca-bundle\.pem/,
      with: [/ENOENT|No such file|not found|cannot find/i],
      certainty: 'likely',
      sample: `Error: ENOENT: no such file or directory, open 'global-bundle.pem'`,
    },
    {
      driver: 'mongod',
      pattern:
        /(?:Can(?:no|')t (?:open|stat)|cannot read[^\n]{0,120}No such file|Failed to open|does not exist|No such file)[^\n]{0,120}\.(?:pem|crt|key)|(?:PEM|CA|certificate)\w{0,8} ?[Ff]ile[^\n]{0,80}(?:does not exist|No such file|cannot)/,
      certainty: 'likely',
      weight: 4,
      sample:
        'InvalidSSLConfiguration: cannot read certificate file: /etc/ssl/mongodb.pem error:02001002:system library:fopen:No such file or directory',
    },
    {
      driver: 'pymongo',
      pattern:
        /\[Errno 2\] No such file or directory: '(?![^'\n]{0,300}\b(?:server|privkey|private)\.)[^'\n]{1,400}\.(?:pem|crt|cer|key|ca)'/,
      with: [tie],
      unless: [webServer],
      certainty: 'certain',
      sample: `pymongo.errors.ConfigurationError: tlsCAFile
FileNotFoundError: [Errno 2] No such file or directory: '/etc/ssl/mongodb/ca.pem'`,
    },
    {
      driver: 'pymongo',
      pattern:
        /\[Errno (?:2|13)\] (?:No such file or directory|Permission denied): '(?![^'\n]{0,300}\b(?:server|privkey|private)\.)[^'\n]{1,400}\.(?:pem|crt|cer|key|ca)'/,
      unless: [webServer],
      certainty: 'likely',
      sample: "FileNotFoundError: [Errno 2] No such file or directory: '/etc/ssl/ca.pem'",
    },
    {
      driver: 'c',
      pattern: /Can(?:'t|not) extract subject from (?:unreadable )?file: '/,
      certainty: 'likely',
      weight: 1,
      sample: "mongoc: Can't extract subject from unreadable file: '/etc/ssl/mongodb/client.pem'",
    },
  ],
}
