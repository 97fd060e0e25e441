import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

import { preparedPassword } from './saslprep.ts'

export type ScramMechanism = 'SCRAM-SHA-1' | 'SCRAM-SHA-256'

// The least that drivers accept: a lab has no secrets to protect, and hashing is what its logins wait for.
const iterations = 4096

/** What a server keeps of a password (RFC 5802). */
export interface ScramSecret {
  readonly salt: Buffer
  readonly storedKey: Buffer
  readonly serverKey: Buffer
}

/** Derives what a server keeps. MongoDB's SCRAM-SHA-1 hashes an MD5 of name and password. */
export function scramSecret(mechanism: ScramMechanism, name: string, password: string): ScramSecret {
  const digest = digestOf(mechanism)
  const salt = randomBytes(digest === 'sha1' ? 16 : 28)
  const hashed =
    digest === 'sha1'
      ? createHash('md5').update(`${name}:mongo:${password}`).digest('hex')
      : preparedPassword(password)
  const salted = pbkdf2Sync(hashed, salt, iterations, digest === 'sha1' ? 20 : 32, digest)
  const clientKey = createHmac(digest, salted).update('Client Key').digest()
  return {
    salt,
    storedKey: createHash(digest).update(clientKey).digest(),
    serverKey: createHmac(digest, salted).update('Server Key').digest(),
  }
}

/** A client's first message, taken apart. */
export interface ClientFirst {
  readonly name: string
  readonly nonce: string
  readonly bare: string
}

/** Reads `n,,n=USER,r=NONCE`; null when it is none. */
export function readClientFirst(payload: string): ClientFirst | null {
  const match = /^[ny],(?:a=[^,]*)?,(n=([^,]*),r=([\x21-\x2b\x2d-\x7e]+))(?:,|$)/.exec(payload)
  if (match === null) return null
  const [, bare = '', escaped = '', nonce = ''] = match
  return { name: escaped.replaceAll('=2C', ',').replaceAll('=3D', '='), nonce, bare }
}

/** One login from the server's side. */
export interface ScramConversation {
  readonly serverFirst: string
  /** The server's last message where the client's proof holds; null where it does not. */
  finish(clientFinal: string): string | null
}

export function beginScram(
  mechanism: ScramMechanism,
  secret: ScramSecret,
  first: ClientFirst,
): ScramConversation {
  const digest = digestOf(mechanism)
  const nonce = first.nonce + randomBytes(24).toString('base64')
  const serverFirst = `r=${nonce},s=${secret.salt.toString('base64')},i=${iterations}`
  return {
    serverFirst,
    finish: (clientFinal) => {
      const [, bare = '', sentNonce, proof = ''] = /^(c=biws,r=([^,]+)),p=(.+)$/.exec(clientFinal) ?? []
      if (sentNonce !== nonce) return null
      const message = `${first.bare},${serverFirst},${bare}`
      const signature = createHmac(digest, secret.storedKey).update(message).digest()
      const claimed = Buffer.from(proof, 'base64')
      if (claimed.length !== signature.length) return null
      const clientKey = signature.map((byte, index) => byte ^ (claimed[index] ?? 0))
      const stored = createHash(digest).update(clientKey).digest()
      if (!timingSafeEqual(stored, secret.storedKey)) return null
      return `v=${createHmac(digest, secret.serverKey).update(message).digest('base64')}`
    },
  }
}

function digestOf(mechanism: ScramMechanism): 'sha1' | 'sha256' {
  return mechanism === 'SCRAM-SHA-1' ? 'sha1' : 'sha256'
}
