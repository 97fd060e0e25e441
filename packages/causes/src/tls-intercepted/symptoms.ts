import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'tls-intercepted',
  confirm:
    'Look at the issuer of the certificate that arrives here (`openssl s_client`): the name of a security product or of the company there, and another from elsewhere, settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern: 'verify:self-signed-chain',
      with: ['host:atlas'],
      certainty: 'likely',
      weight: 3,
      sample:
        '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1006) cluster0-shard-00-00.ab1cd.mongodb.net:27017',
    },
    {
      driver: 'any',
      pattern:
        /\b(?:Zscaler|Netskope|Fortinet|FortiGate|Palo Alto|Blue ?Coat|Sophos|Kaspersky|Avast|ESET|Bitdefender|McAfee|Cisco Umbrella|Forcepoint|Check ?Point|SSL (?:inspection|interception)|TLS (?:inspection|interception)|antivirus|man.in.the.middle|corporate (?:proxy|CA|root))\b/i,
      with: [/certificate|verify|PKIX|issuer|x509|SSL/i],
      certainty: 'likely',
      weight: 4,
      sample:
        'self-signed certificate in certificate chain: issuer CN=Zscaler Intermediate Root CA (MongoServerSelectionError)',
    },
    {
      driver: 'any',
      pattern: 'verify:self-signed-chain',
      certainty: 'possible',
      weight: 2,
      sample: 'MongoServerSelectionError: self-signed certificate in certificate chain',
    },
    {
      driver: 'any',
      pattern: 'verify:untrusted',
      with: ['host:atlas'],
      certainty: 'possible',
      weight: 1,
      sample: 'PKIX path building failed: cluster0-shard-00-00.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern: 'verify:no-issuer',
      with: ['host:atlas'],
      certainty: 'possible',
      weight: 1,
      sample: 'unable to get local issuer certificate cluster0-shard-00-00.ab1cd.mongodb.net',
    },
  ],
}
