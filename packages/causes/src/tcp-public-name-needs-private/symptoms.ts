import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-public-name-needs-private',
  confirm: 'Try the string that Atlas shows for "Private IP for Peering" from the same machine.',
  symptoms: [
    {
      driver: 'any',
      pattern: /(?:VPC|VNet|network) peering[^\n]{0,300}(?:timed out|timeout|EOF|ETIMEDOUT)/i,
      certainty: 'possible',
      sample:
        'VPC peering is active, yet: connection() error occurred during connection handshake: EOF, timed out',
    },
  ],
}
