import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-runtime-without-sockets',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Module not found: (?:Error: )?Can't resolve '(?:node:)?(?:net|tls|dns|fs|child_process|timers\/promises|fs\/promises)'/,
      certainty: 'certain',
      sample: `Module not found: Can't resolve 'net'`,
    },
    {
      driver: 'any',
      pattern: /[Ee]dge runtime does not support Node\.js '(?:net|tls|dns|stream|crypto|\w{2,20})' module/,
      certainty: 'certain',
      sample: `Error: The edge runtime does not support Node.js 'dns' module.`,
    },
    {
      driver: 'any',
      pattern: /Module "(?:net|tls|dns)" has been externalized for browser compatibility/,
      certainty: 'certain',
      sample: `Module "net" has been externalized for browser compatibility. Cannot access "net.Socket" in client code.`,
    },
    {
      driver: 'any',
      pattern: /No such module "(?:node:)?(?:net|tls|dns)"/,
      certainty: 'certain',
      sample: `Uncaught Error: No such module "net".`,
    },
    {
      driver: 'mongoose',
      pattern: /Mongoose does not support the browser|mongoose[^\n]{0,80}Edge Runtime/i,
      certainty: 'likely',
      sample: `Mongoose does not currently support Next.js Edge Runtime`,
    },
  ],
}
