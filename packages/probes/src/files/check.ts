import { X509Certificate, createPrivateKey } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

import type { FileProblem, FileSighting, Secret } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { blocksIn, isCertificate, isEncrypted, isKey } from './blocks.ts'
import type { Block } from './blocks.ts'
import { readBounded } from './read.ts'
import { subjectOf } from './subject.ts'

type Outcome = FileSighting['outcome']

// Reading every certificate of a huge bundle would cost seconds; a mistake shows in the first ones.
const maxRead = 300

/** Looks at a file that a TLS option names, as the driver would use it. The password goes into the decryption and nowhere else. */
export async function checkFile(
  option: FileSighting['option'],
  path: string,
  password: Secret | null,
  bound: Bound,
): Promise<FileSighting> {
  const file = await readBounded(path, bound)
  const outcome = file.is === 'not' ? file.why : judge(option, file.bytes, password)
  return { option, path, outcome }
}

function unfit(problem: FileProblem, detail: string | null = null): Outcome {
  return { is: 'unfit', problem, detail }
}

function judge(option: FileSighting['option'], bytes: Buffer, password: Secret | null): Outcome {
  if (bytes.length === 0) return unfit('empty')
  const blocks = blocksIn(bytes)
  if (blocks.length === 0) return unfit(binaryKind(bytes))
  if (option === 'tlsCRLFile') return usable(blocks)
  const certificates = blocks.filter(isCertificate)
  if (certificates.length === 0) return unfit('no-certificate', labels(blocks))
  const unreadable = certificates.slice(0, maxRead).findIndex((each) => read(each) === null)
  if (unreadable >= 0) return unfit('certificate-unreadable', `certificate ${unreadable + 1} of the file`)
  return option === 'tlsCAFile' ? usable(blocks) : judgeKey(blocks, certificates, password)
}

function usable(blocks: readonly Block[], subject: { readonly subject?: string } = {}): Outcome {
  const keys = blocks.filter(isKey)
  return {
    is: 'usable',
    certificates: blocks.filter(isCertificate).length,
    keys: keys.length,
    encryptedKey: keys.some(isEncrypted),
    ...subject,
  }
}

function labels(blocks: readonly Block[]): string {
  return `holds ${[...new Set(blocks.map(({ label }) => label))].slice(0, 4).join(', ')}`
}

function binaryKind(bytes: Buffer): FileProblem {
  if (isUtf16(bytes)) return 'utf-16'
  const magic = bytes.length >= 4 ? bytes.readUInt32BE(0) : 0
  if (magic === 0xfeedfeed || magic === 0xcececece) return 'java-keystore'
  // A DER sequence: of PKCS #12 the first member is the version 3, of a certificate another sequence.
  if (bytes[0] === 0x30 && ((bytes[1] ?? 0) & 0x80) !== 0) {
    const header = 2 + ((bytes[1] ?? 0) & 0x7f)
    return bytes[header] === 0x02 && bytes[header + 1] === 1 && bytes[header + 2] === 3 ? 'pkcs12' : 'der'
  }
  return 'no-certificate'
}

/** PEM in two bytes for each character: its dashes stand between zeroes. */
function isUtf16(bytes: Buffer): boolean {
  const [little, big] = [bytes, Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()]
  return [little, big].some((each) => each.includes(Buffer.from('-----BEGIN', 'utf16le')))
}

function read(block: Block): X509Certificate | null {
  try {
    return new X509Certificate(block.pem)
  } catch {
    // What OpenSSL cannot read, the caller reports.
    return null
  }
}

function judgeKey(
  blocks: readonly Block[],
  certificates: readonly Block[],
  password: Secret | null,
): Outcome {
  const key = blocks.find(isKey)
  const first = certificates[0] === undefined ? null : read(certificates[0])
  if (key === undefined) return unfit('no-key', labels(blocks))
  if (isEncrypted(key) && password === null) return unfit('key-encrypted-no-password')
  const opened = openKey(key, password)
  if (opened === null) return unfit(isEncrypted(key) ? 'key-password-wrong' : 'key-unreadable')
  if (first === null) return unfit('certificate-unreadable')
  if (!first.checkPrivateKey(opened)) {
    const later = certificates.slice(1, maxRead).some((each) => read(each)?.checkPrivateKey(opened) === true)
    return unfit(later ? 'key-of-later-certificate' : 'key-mismatch')
  }
  return dates(first) ?? purpose(first) ?? usable(blocks, { subject: subjectOf(first.subject) })
}

function openKey(key: Block, password: Secret | null): KeyObject | null {
  try {
    return createPrivateKey({
      key: key.pem,
      format: 'pem',
      ...(password === null ? {} : { passphrase: password.reveal() }),
    })
  } catch {
    // Wrong password or broken key: OpenSSL does not tell them apart reliably, the caller does by the label.
    return null
  }
}

function dates(certificate: X509Certificate): Outcome | null {
  const now = Date.now()
  if (Date.parse(certificate.validTo) < now) return unfit('client-certificate-expired', certificate.validTo)
  if (Date.parse(certificate.validFrom) > now) {
    return unfit('client-certificate-not-yet-valid', certificate.validFrom)
  }
  return null
}

/** `keyUsage` of node:crypto is the list of extended key usages; undefined where the certificate has none. */
function purpose(certificate: X509Certificate): Outcome | null {
  const uses: readonly string[] | undefined = certificate.keyUsage
  if (uses === undefined || uses.length === 0) return null
  const allowed = uses.includes('1.3.6.1.5.5.7.3.2') || uses.includes('2.5.29.37.0')
  return allowed ? null : unfit('client-certificate-purpose', uses.slice(0, 6).join(', '))
}
