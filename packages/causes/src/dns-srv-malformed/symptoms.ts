import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-srv-malformed',
  confirm: 'mongowhy on that machine shows what is wrong with the answer, and whether it is sound by TCP.',
  symptoms: [
    {
      driver: 'node',
      pattern: /querySrv EBADRESP/,
      certainty: 'likely',
      sample: 'Error: querySrv EBADRESP _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'go',
      pattern: /lookup [\w.-]{1,200}[^\n]{0,80}: cannot unmarshal DNS message/,
      certainty: 'certain',
      sample:
        'error parsing uri: lookup cluster0.ab1cd.mongodb.net on 192.168.1.1:53: cannot unmarshal DNS message',
    },
    {
      driver: 'pymongo',
      pattern: /dns\.(?:exception\.FormError|name\.Bad\w{1,30}|message\.TrailingJunk|message\.ShortHeader)/,
      certainty: 'likely',
      sample:
        'pymongo.errors.ConfigurationError: dns.name.BadPointer: A DNS compression pointer points forward instead of backward.',
    },
  ],
}
