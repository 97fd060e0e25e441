import type { FileProblem } from '@mongowhy/core'

import { defineCases } from '../kit/case.ts'
import type { Cases, MatchingCase } from '../kit/case.ts'
import { fileSaw, towards } from '../kit/tls-case.ts'

const path = '/etc/lab/client.pem'
const vary = { option: 'tlsCertificateKeyFile', path } as const
const target = towards(undefined, { tlsCertificateKeyFile: path })
const unfit = (problem: FileProblem) =>
  fileSaw('tlsCertificateKeyFile', { is: 'unfit', problem, detail: null }, path)

const problems: readonly FileProblem[] = [
  'empty',
  'no-certificate',
  'no-key',
  'der',
  'java-keystore',
  'utf-16',
  'pkcs12',
  'certificate-unreadable',
  'key-unreadable',
  'key-encrypted-no-password',
  'key-password-wrong',
  'key-mismatch',
  'key-of-later-certificate',
]

export const cases: Cases = defineCases({
  code: 'tls-client-key-unusable',
  matching: problems.map((problem): MatchingCase => ({
    name: problem,
    evidence: target.saw('env.file', null, vary, unfit(problem)).build(),
    at: null,
    certainty: 'certain',
  })),
  lookAlikes: [
    {
      name: 'a certificate that loads and has expired',
      evidence: target.saw('env.file', null, vary, unfit('client-certificate-expired')).build(),
      at: null,
      is: 'unknown',
      really: 'tls-client-certificate-rejected',
    },
    {
      name: 'no such file',
      evidence: target
        .saw('env.file', null, vary, fileSaw('tlsCertificateKeyFile', { is: 'missing' }, path))
        .build(),
      at: null,
      is: 'unknown',
      really: 'uri-tls-file-missing',
    },
    {
      name: 'a file that can be used',
      evidence: target
        .saw(
          'env.file',
          null,
          vary,
          fileSaw(
            'tlsCertificateKeyFile',
            { is: 'usable', certificates: 1, keys: 1, encryptedKey: false },
            path,
          ),
        )
        .build(),
      at: null,
      is: 'absent',
    },
    {
      name: 'the CA file is empty, not this one',
      evidence: target
        .saw(
          'env.file',
          null,
          { option: 'tlsCAFile', path },
          fileSaw('tlsCAFile', { is: 'unfit', problem: 'empty', detail: null }, path),
        )
        .build(),
      at: null,
      is: 'unknown',
      really: 'tls-ca-file-wrong',
    },
  ],
})
