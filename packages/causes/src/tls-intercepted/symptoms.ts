import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-intercepted',
  confirm: 'From another network the server shows a certificate of another issuer.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'verify:self-signed-chain',
      certainty: 'possible',
      sample: 'MongoServerSelectionError: self-signed certificate in certificate chain',
    },
    {
      driver: 'any',
      pattern: 'verify:self-signed-chain',
      with: ['host:atlas'],
      certainty: 'likely',
      sample:
        'pymongo.errors.ServerSelectionTimeoutError: SSL handshake failed: cluster0-shard-00-00.ab1cd.mongodb.net:27017: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006)',
    },
    {
      driver: 'any',
      pattern:
        /\b(?:Zscaler|Netskope|Cisco Umbrella|Fortinet|FortiGate|mitmproxy|FiddlerRoot|PortSwigger|Kaspersky|Bitdefender)\b/i,
      with: ['verify:failed'],
      certainty: 'likely',
      sample:
        'certificate verify failed: unable to get local issuer certificate; issuer=O = Zscaler Inc., CN = Zscaler Intermediate Root CA',
    },
  ],
}
