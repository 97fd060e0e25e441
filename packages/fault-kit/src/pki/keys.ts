import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import type { KeyObject } from 'node:crypto'

export interface KeyPair {
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
}

let weak: KeyPair | null = null

/** A fresh EC key on P-256. The weak RSA key is made once: it takes longer than all else here, and is weak on purpose. */
export function keyPair(isWeak: boolean): KeyPair {
  if (!isWeak) return generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  weak ??= generateKeyPairSync('rsa', { modulusLength: 1024 })
  return weak
}

export function pemOfKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The same private key, encrypted with a passphrase (PKCS#8, AES-256). */
export function encryptedKeyPem(keyPem: string, passphrase: string): string {
  return createPrivateKey(keyPem)
    .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase })
    .toString()
}
