import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-driver-bug',
  confirm: `Look for the very message in the driver's tracker, then try the next and the previous release: the words change or go, and the release is at fault.`,
  symptoms: [
    {
      driver: 'node',
      pattern:
        /(?:TypeError|ReferenceError|AssertionError|RangeError)[^\n]{0,240}(?:\n {0,12})?\bat [^\n]{0,120}node_modules[/\\]mongodb[/\\]lib[/\\]/,
      unless: [
        /of undefined \(reading '(?:startsWith|match|split)'\)|mongodb-connection-string-url|util\.TextEncoder|is not a constructor|Edge/,
      ],
      certainty: 'likely',
      weight: 1,
      sample: `TypeError: Cannot read properties of null (reading 'readable')
    at isConnected (/home/ada/app/node_modules/mongodb/lib/cmap/connection.js:115:30)`,
    },
    {
      driver: 'go',
      pattern: /panic: runtime error: [^\n]{0,200}[\s\S]{0,600}go\.mongodb\.org\/mongo-driver/,
      unless: [/client\.go|NewClient|main\.\w{1,40}\(/],
      certainty: 'likely',
      weight: 1,
      sample: `panic: runtime error: invalid memory address or nil pointer dereference
goroutine 1 [running]:
go.mongodb.org/mongo-driver/x/mongo/driver/topology.(*Server).Connection`,
    },
    {
      driver: 'java',
      pattern:
        /(?:NullPointerException|ArrayIndexOutOfBoundsException|IllegalStateException|AssertionError)[^\n]{0,200}\n?\s{0,12}at com\.mongodb\.internal/,
      unless: [/state should be: open/],
      certainty: 'likely',
      sample: `java.lang.NullPointerException: null
\\tat com.mongodb.internal.connection.DefaultServerMonitor.waitForNext`,
    },
    {
      driver: 'pymongo',
      pattern: /(?:AttributeError|TypeError|AssertionError|UnboundLocalError|RuntimeError): [^\n]{0,200}/,
      with: [
        /site-packages\/pymongo\/(?:pool|topology|monitor|network|server|message|pyopenssl_context|ssl_context|synchronous|asynchronous)[\w/]{0,40}\.py", line \d{1,5}, in \w{1,60}\s{1,8}[^\n]{0,200}\s{0,4}(?:AttributeError|TypeError|AssertionError|UnboundLocalError)/i,
      ],
      certainty: 'likely',
      sample: `File "/home/ada/app/lib/python3.12/site-packages/pymongo/pool.py", line 1190, in _connect
AttributeError: 'NoneType' object has no attribute 'raw'`,
    },
    {
      driver: 'rust',
      pattern: /panicked at [^\n]{0,80}mongodb-\d[\w.-]{0,20}\/src/,
      certainty: 'likely',
      sample: `thread 'tokio-runtime-worker' panicked at /root/.cargo/registry/src/mongodb-2.1.0/src/sdam/monitor.rs:88:9: called \`Option::unwrap()\` on a \`None\` value`,
    },
    {
      driver: 'any',
      pattern:
        /AttributeError: module 'lib' has no attribute '(?:X509_V_FLAG_CB_ISSUER_CHECK|OpenSSL_add_all_algorithms|X509_V_FLAG_NOTIFY_POLICY)'|module 'lib' has no attribute/,
      certainty: 'likely',
      weight: 1,
      sample: `AttributeError: module 'lib' has no attribute 'OpenSSL_add_all_algorithms' (pymongo pyopenssl_context)`,
    },
    {
      driver: 'any',
      pattern:
        /\bregression\b|worked (?:fine )?(?:with|in|on) (?:version )?v?\d+\.\d+|downgrad(?:e|ing) to v?\d+\.\d+[^\n]{0,60}(?:works|fixes|fixed|resolves)/i,
      with: [/mongo/i],
      certainty: 'possible',
      weight: 9,
      sample: 'Works with mongodb 6.8.0, downgrading to 6.8.0 fixes it: MongoServerSelectionError',
    },
    {
      driver: 'csharp',
      pattern: /This platform does not support connecting sockets to DNS endpoints/,
      certainty: 'likely',
      weight: 2,
      sample:
        'MongoDB.Driver.MongoConnectionException ---> System.PlatformNotSupportedException: This platform does not support connecting sockets to DNS endpoints via the instance Connect and ConnectAsync methods',
    },
  ],
}
