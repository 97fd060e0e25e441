import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'env-verification-off',
  confirm: '`printenv NODE_TLS_REJECT_UNAUTHORIZED` in the environment of the program: 0 settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern: /NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections/,
      // Node prints it whatever goes wrong besides.
      certainty: 'possible',
      weight: 1,
      sample:
        "(node:71) Warning: Setting the NODE_TLS_REJECT_UNAUTHORIZED environment variable to '0' makes TLS connections and HTTPS requests insecure by disabling certificate verification.",
    },
  ],
}
