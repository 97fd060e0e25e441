import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tcp-mtu-black-hole',
  confirm: 'ping -M do -s 1472 HOST, then smaller: does the largest that passes stay below 1472?',
  symptoms: [
    {
      driver: 'node',
      pattern: /Socket 'secureConnect' timed out after \d{1,7} ?ms/,
      certainty: 'possible',
      weight: -1,
      sample: "MongoNetworkTimeoutError: Socket 'secureConnect' timed out after 30000ms",
    },
    {
      driver: 'any',
      pattern:
        /(?:local error: )?message too long, mtu[= ]\d{3,4}|Frag(?:mentation)? needed and DF set \(mtu = \d{3,4}\)/i,
      certainty: 'likely',
      sample: 'ping: local error: message too long, mtu=1400',
    },
    {
      driver: 'any',
      pattern:
        /(?:only|just) (?:small|short) (?:quer\w{1,4}|results?|documents?)[^\n]{0,120}(?:work|hang|time)/i,
      certainty: 'possible',
      sample: 'only small queries work, large results hang until socketTimeoutMS',
    },
  ],
}
