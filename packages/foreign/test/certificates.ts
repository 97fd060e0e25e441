import { authority, temporaryFile } from '@mongowhy/fault-kit'
import type { Authority, CertificateOptions, Issued } from '@mongowhy/fault-kit'
import { afterAll } from 'vitest'

const day = 86_400_000

export const root: Authority = authority({ name: 'Foreign root' })
export const otherRoot: Authority = authority({ name: 'Somebody else' })

/** What a sound server on loopback has. */
export const local: CertificateOptions = { names: ['localhost'], addresses: ['127.0.0.1'] }
export const sound: Issued = root.issue(local)

/** Dates that lie behind us. */
export const expired: CertificateOptions = {
  notBefore: new Date(Date.now() - 20 * day),
  notAfter: new Date(Date.now() - day),
}

/** `option=path` with a file of this content, that is gone after the tests of the file. */
export function fileOption(
  option: 'tlsCAFile' | 'tlsCertificateKeyFile',
  content: string,
): () => Promise<string> {
  let path: Promise<string> | null = null
  const files: { remove(): Promise<void> }[] = []
  afterAll(() => Promise.all(files.map((file) => file.remove())))
  return () =>
    (path ??= temporaryFile(`${option}.pem`, content).then((file) => {
      files.push(file)
      return `${option}=${encodeURIComponent(file.path)}`
    }))
}

/** `tls=true` with the authority of `sound`. */
export function trusting(): () => Promise<string> {
  const file = fileOption('tlsCAFile', root.certificatePem)
  return async () => `tls=true&${await file()}`
}
