import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-module-missing',
  confirm:
    'Install the package that the message names in the environment that runs the program (the same node_modules, interpreter or image) and try again.',
  symptoms: [
    {
      driver: 'node',
      pattern:
        /Optional module `?[\w@/.-]{1,60}`? not found|MongoMissingDependencyError|Please install (?:it|the) [^\n]{0,60}(?:kerberos|snappy|zstd|aws|socks|gcp-metadata|mongodb-client-encryption)/,
      certainty: 'likely',
      weight: 4,
      sample:
        'MongoMissingDependencyError: Optional module `kerberos` not found. Please install it to enable kerberos authentication',
    },
    {
      driver: 'node',
      pattern:
        /Cannot find (?:module|package) '(?:mongodb|mongoose|mquery|kareem|mpath|sift|strapi-connector-mongoose|kerberos|snappy|@mongodb-js\/zstd|aws4|socks|gcp-metadata|@aws-sdk\/credential-providers|mongodb-client-encryption|bson|saslprep|whatwg-url|mongodb-connection-string-url|@prisma\/client|\.prisma\/client\S{0,30})'/,
      certainty: 'certain',
      sample: `Error: Cannot find module 'mongodb-connection-string-url'`,
    },
    {
      driver: 'pymongo',
      pattern:
        /[Tt]he ['"]?(?:kerberos|winkerberos|pykerberos)['"]? module must be installed|pymongo-auth-aws|must be installed to use (?:GSSAPI|MONGODB-AWS|\S{1,40})|python-snappy|No module named '(?:snappy|zstandard|pymongo|motor|bson|kerberos|winkerberos|mongoengine|djongo|pymongo_auth_aws|pymongocrypt)'/,
      unless: [/dnspython/],
      certainty: 'certain',
      sample:
        'pymongo.errors.ConfigurationError: The "kerberos" module must be installed to use GSSAPI authentication',
    },
    {
      driver: 'pymongo',
      pattern: /(?:cannot import name|ImportError)[^\n]{0,80}(?:pymongo|bson|motor)/,
      certainty: 'likely',
      sample: `ImportError: cannot import name '_check_name' from 'pymongo.database'`,
    },
    {
      driver: 'php',
      pattern:
        /Class ['"]?\\?(?:MongoDB\\+(?:Driver\\+\w{1,40}|Client)|MongoClient|Mongo)['"]? not found|requires? (?:PHP extension )?ext-mongodb|ext-mongodb[^\n]{0,60}(?:missing|is missing from your system)|Unable to load dynamic library '?(?:php_)?mongodb/,
      certainty: 'certain',
      sample: `Fatal error: Uncaught Error: Class "MongoDB\\\\Driver\\\\Manager" not found in /home/ada/app/index.php:3`,
    },
    {
      driver: 'java',
      pattern:
        /(?:ClassNotFoundException|NoClassDefFoundError): (?:com[./]mongodb|org[./]bson|org[./]xerial[./]snappy|com[./]github[./]luben[./]zstd|io[./]netty|software[./]amazon[./]awssdk|org[./]reactivestreams|com[./]amazonaws)/,
      certainty: 'likely',
      sample: 'java.lang.NoClassDefFoundError: com/mongodb/client/MongoClients',
    },
    {
      driver: 'csharp',
      pattern:
        /Could not load (?:file or assembly|type)[^\n]{0,60}(?:MongoDB|DnsClient|Snappier|ZstdSharp|SharpCompress|AWSSDK)|Unable to load (?:DLL|shared library) '(?:snappy|libzstd|mongocrypt|\w{0,10}gssapi\w{0,10})/,
      certainty: 'likely',
      sample: `System.IO.FileNotFoundException: Could not load file or assembly 'DnsClient, Version=1.6.1.0'`,
    },
    {
      driver: 'rust',
      pattern:
        /`aws-auth` feature|feature (?:flag )?[`'"]?(?:\w{1,20}-(?:auth|compression|tls))[`'"]? (?:must|is|needs)|enable the `?\w{1,30}-\w{1,20}`? feature/i,
      with: [/mongo|aws-auth|compression/i],
      certainty: 'certain',
      sample: 'mongodb: Error: MONGODB-AWS auth is only supported with the `aws-auth` feature flag enabled',
    },
    {
      driver: 'ruby',
      pattern: /cannot load such file -- (?:mongo|mongoid|bson|snappy|zstd-ruby|mongo_kerberos|bson_native)/,
      certainty: 'certain',
      sample: 'LoadError: cannot load such file -- snappy',
    },
    {
      driver: 'prisma',
      pattern: /Prisma Client could not locate the Query Engine|@prisma\/client did not initialize yet/,
      certainty: 'certain',
      sample:
        'PrismaClientInitializationError: Prisma Client could not locate the Query Engine for runtime "rhel-openssl-3.0.x".',
    },
    {
      driver: 'mongod',
      pattern:
        /(?:error while loading shared libraries|cannot open shared object file)[^\n]{0,80}(?:mongo|bson|sasl|snappy|ssl|crypto|curl)|(?:libcrypto|libssl)\.so\.\d[^\n]{0,40}cannot open/,
      certainty: 'likely',
      sample:
        'mongod: error while loading shared libraries: libcrypto.so.1.1: cannot open shared object file: No such file or directory',
    },
    {
      driver: 'elixir',
      pattern:
        /module (?:Mongo|Snappyer|Ezstd)[\w.]{0,40} is not (?:available|loaded)|\(UndefinedFunctionError\) function Mongo\./,
      certainty: 'likely',
      sample:
        '** (UndefinedFunctionError) function Mongo.start_link/1 is undefined (module Mongo is not available)',
    },
    {
      driver: 'node',
      pattern: /optional module `[\w@/.-]{1,60}` not found/,
      certainty: 'likely',
      weight: 4,
      sample:
        'MongoMissingDependencyError: Built-in zstd is unavailable (requires Node.js 22.15.0 or later) and optional module `@mongodb-js/zstd` not found. Please upgrade Node.js or install `@mongodb-js/zstd` to enable zstd compression',
    },
    {
      driver: 'java',
      pattern: /NoClassDefFoundError: jnr\/unixsocket|ClassNotFoundException: jnr\.unixsocket/,
      with: [/mongo/i],
      certainty: 'likely',
      sample: `java.lang.NoClassDefFoundError: jnr/unixsocket/UnixSocketAddress
\\tat com.mongodb.UnixServerAddress`,
    },
    {
      driver: 'rust',
      pattern: /only supported with the [\w-]{1,40} feature flag/,
      certainty: 'likely',
      weight: 4,
      sample:
        'Error { kind: InvalidArgument { message: "MONGODB-AWS auth is only supported with the aws-auth feature flag and the tokio runtime" }',
    },
    {
      driver: 'perl',
      pattern: /(?:Compress|Authen|IO|Net|Mozilla)::[\w:]{2,40} (?:must be installed|is required)/,
      certainty: 'likely',
      weight: 4,
      sample: 'MongoDB::UsageError: Compress::Snappy must be installed to support snappy compression',
    },
    {
      driver: 'any',
      pattern:
        /Can't resolve '(?:mongodb-client-encryption|aws4|kerberos|socks|snappy|bson-ext|@mongodb-js\/\w{1,20}|gcp-metadata|@aws-sdk\/[\w-]{1,40})'/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: `Module not found: Can't resolve 'aws4' in './node_modules/mongodb/lib'`,
    },
    {
      driver: 'any',
      pattern:
        /GSSAPI support not enabled during build|The stringprep module is not available|if socks5-proxy feature is not enabled|the `?(?:azure|gcp)-oidc`? feature flag must be enabled|Node\.js crypto module is required/,
      certainty: 'certain',
      weight: 1,
      sample: 'GSSAPI support not enabled during build (-tags gssapi)',
    },
    {
      driver: 'go',
      pattern: /SASL support not enabled during build/,
      certainty: 'certain',
      weight: 1,
      sample: 'error="SASL support not enabled during build (-tags sasl)" msg="mgo: cannot dial mongodb"',
    },
    {
      driver: 'pymongo',
      pattern: /No module named '(?:cryptography|OpenSSL|service_identity|requests)'/,
      with: [/pymongo/],
      certainty: 'likely',
      sample: `  File "/srv/app/lib/python3.12/site-packages/pymongo/ocsp_support.py", line 9
ModuleNotFoundError: No module named 'requests'`,
    },
  ],
}
