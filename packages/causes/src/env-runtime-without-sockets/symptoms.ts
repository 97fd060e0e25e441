import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-runtime-without-sockets',
  confirm: `Move the code that opens the connection to the Node runtime (\`export const runtime = 'nodejs'\`, a server-only module): if it works there, the runtime had no sockets.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /[Ee]dge runtime does not support Node\.js '(?:\w{2,20})' module|The edge runtime does not support/,
      certainty: 'certain',
      weight: 1,
      sample: `Error: The edge runtime does not support Node.js 'dns' module.
Learn More: https://nextjs.org/docs/messages/node-module-in-edge-runtime`,
    },
    {
      driver: 'any',
      pattern:
        /Module not found: (?:Error: )?Can't resolve '(?:net|tls|dns|dns\/promises|child_process|fs|fs\/promises|timers\/promises)'/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: `Module not found: Can't resolve 'net'
https://nextjs.org/docs/messages/module-not-found
Import trace for requested module:
./node_modules/mongodb/lib/mongo_client.js`,
    },
    {
      driver: 'any',
      pattern: /Module "(?:net|tls|dns|crypto|util|stream)" has been externalized for browser compatibility/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample:
        'Module "net" has been externalized for browser compatibility. Cannot access "net.isIP" in client code. (mongodb)',
    },
    {
      driver: 'any',
      pattern:
        /(?:net|tls|dns)\.(?:connect|createConnection|lookup|resolve\w{0,6}|Socket|isIP) is not (?:a function|implemented)|\[unenv\] (?:net|tls|dns)|Could not resolve "(?:net|tls|dns)"/,
      with: [/mongo/i],
      certainty: 'likely',
      weight: 1,
      sample: `TypeError: net.createConnection is not a function
    at makeSocket (mongodb/lib/cmap/connect.js)`,
    },
    {
      driver: 'any',
      pattern:
        /(?:setTimeout|setImmediate|process|Buffer|TextEncoder) is not defined|util\.TextEncoder is not a constructor|process\.(?:nextTick|versions|emitWarning|binding) is (?:not a function|undefined)|(?:TextEncoder|MongoClient) is not a constructor/,
      with: [/mongo/i, /webpack|browser|vite|react|edge|[Ww]orker|metro|angular|vue/i],
      certainty: 'likely',
      sample:
        'TypeError: util__WEBPACK_IMPORTED_MODULE_0__.TextEncoder is not a constructor (mongodb in the browser)',
    },
    {
      driver: 'any',
      pattern:
        /mongoose\.(?:model|models|Schema)[^\n]{0,60}is not a function|Cannot read properties of undefined \(reading '(?:model|models|Schema)'\)/,
      with: ['in:edge'],
      certainty: 'likely',
      sample: `TypeError: mongoose.models is undefined
Cannot read properties of undefined (reading 'models') in edge runtime middleware.ts`,
    },
    {
      driver: 'any',
      pattern:
        /(?:Dynamic Code Evaluation|A Node\.js (?:API|module) is (?:used|loaded))[^\n]{0,120}(?:Edge|edge)/,
      certainty: 'likely',
      weight: 1,
      sample:
        'A Node.js API is used (process.nextTick at line: 2) which is not supported in the Edge Runtime. (mongodb)',
    },
    {
      driver: 'any',
      pattern:
        /JavaScript is not supported by|Attempted to (?:load|import) the Node standard library module|The package at "node_modules\/mongodb[^"]{0,80}" attempted to import the Node standard library module/,
      certainty: 'likely',
      sample:
        'The package at "node_modules/mongodb/lib/cmap/connect.js" attempted to import the Node standard library module "net".',
    },
    {
      driver: 'any',
      pattern:
        /Worker exceeded|proxy request failed, cannot connect to the specified address|Cannot (?:use|perform) [^\n]{0,20}(?:I\/O|net) on behalf of a different request/,
      certainty: 'possible',
      weight: 2,
      sample: 'Error: proxy request failed, cannot connect to the specified address (mongodb on workerd)',
    },
    {
      driver: 'any',
      pattern: /Module not found: (?:Error: )?Can't resolve '(?:net|tls|dns|dns\/promises)'/,
      certainty: 'likely',
      weight: 2,
      sample: `Module not found: Can't resolve 'net'`,
    },
    {
      driver: 'any',
      pattern:
        /Module "(?:net|tls|dns)" has been externalized for browser|No such module "(?:node:)?(?:net|tls|dns)"/,
      certainty: 'likely',
      weight: 2,
      sample: 'Uncaught Error: No such module "net".',
    },
    {
      driver: 'any',
      pattern: /Mongoose does not currently support (?:using Mongoose in )?(?:Next\.js )?Edge Runtime/,
      certainty: 'certain',
      weight: 3,
      sample: 'Mongoose does not currently support Next.js Edge Runtime',
    },
  ],
}
