import { execFileSync } from 'node:child_process'

import { expect, test } from 'vitest'

import { Secret } from '@mongowhy/core'
import { authority, temporaryFile } from '@mongowhy/fault-kit'
import { checkFile } from '@mongowhy/probes'

const bound = { signal: new AbortController().signal, timeoutMs: 2_000 }

test.each(['reports', 'a, b + c', '#1 <x>; "y" \\z', ' led and trailed '])(
  'a subject is written as openssl writes it by RFC 2253: %s',
  async (commonName) => {
    const issued = authority().issue({ commonName, purpose: 'client' })
    const file = await temporaryFile('client.pem', `${issued.certificatePem}${issued.keyPem}`)
    try {
      const { outcome } = await checkFile('tlsCertificateKeyFile', file.path, new Secret('unused'), bound)
      const asked = ['x509', '-in', file.path, '-noout', '-subject', '-nameopt', 'RFC2253']
      const printed = execFileSync('openssl', asked, { encoding: 'utf8' })
      expect(outcome).toMatchObject({
        is: 'usable',
        subject: printed.replace(/\n$/, '').replace(/^subject= ?/, ''),
      })
    } finally {
      await file.remove()
    }
  },
)
