import type { FileSighting } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases } from '../kit/case.ts'
import { given } from '../kit/uri-case.ts'
import type { EvidenceBuilder } from '../kit/evidence.ts'

const path = '/etc/lab/ca.pem'

function file(option: FileSighting['option'], outcome: FileSighting['outcome']): EvidenceBuilder {
  return given(`mongodb://db.lab.test/?tls=true&${option}=${encodeURIComponent(path)}`).saw(
    'env.file',
    null,
    { option, path },
    { option, path, outcome },
  )
}

export const cases: Cases = defineCases({
  code: 'uri-tls-file-missing',
  matching: [
    {
      name: 'the file of authorities',
      evidence: file('tlsCAFile', { is: 'missing' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: "the client's certificate and key",
      evidence: file('tlsCertificateKeyFile', { is: 'missing' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a folder, as Docker makes it where the file to be mounted is missing',
      evidence: file('tlsCAFile', { is: 'not-a-file' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a key that another user alone may read',
      evidence: file('tlsCertificateKeyFile', { is: 'unreadable', errno: 'EACCES' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a link that leads to itself',
      evidence: file('tlsCAFile', { is: 'unreadable', errno: 'ELOOP' }).build(),
      at: null,
      certainty: 'certain',
    },
    {
      name: 'a file that did not come within the bound, which may be the machine alone',
      evidence: file('tlsCAFile', { is: 'unreadable', errno: 'ETIMEDOUT' }).build(),
      at: null,
      certainty: 'possible',
    },
    {
      name: 'a file that is named, although TLS is off',
      evidence: given(`mongodb://db.lab.test/?tlsCAFile=${encodeURIComponent(path)}`)
        .saw(
          'env.file',
          null,
          { option: 'tlsCAFile', path },
          { option: 'tlsCAFile', path, outcome: { is: 'missing' } },
        )
        .build(),
      at: null,
      certainty: 'certain',
      bearing: 'advisory',
    },
  ],
  lookAlikes: [
    {
      name: 'a file that exists and is fit',
      evidence: file('tlsCAFile', { is: 'usable', certificates: 1, keys: 0, encryptedKey: false }).build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'a file that exists and is something else',
      evidence: file('tlsCAFile', { is: 'unfit', problem: 'no-certificate', detail: null }).build(),
      at: null,
      is: 'absent',
      really: 'tls-ca-file-wrong',
    },
    {
      name: 'a file that is far too large',
      evidence: file('tlsCAFile', { is: 'too-large', bytes: 200_000_000 }).build(),
      at: null,
      is: 'absent',
      really: 'tls-ca-file-wrong',
    },
    {
      name: 'no file is named',
      evidence: given('mongodb://db.lab.test/?tls=true').build(),
      at: null,
      is: 'unknown',
    },
  ],
})
