import { randomBytes } from 'node:crypto'

import type { KeyShare } from './build.ts'

export const x25519 = 0x001d
export const x25519Mlkem768 = 0x11ec

// Any 32 bytes are a public key of X25519. Nobody holds the secret one: the handshake is never completed.
const classic = (): KeyShare => ({ group: x25519, key: randomBytes(32) })

/** ML-KEM-768's key is 768 numbers below 3329 of twelve bits each, and a seed (FIPS 203); a server may check that. */
function mlkemKey(): Buffer {
  const numbers = randomBytes(768 * 2)
  const packed = Buffer.alloc(1152)
  for (let at = 0; at < 768; at += 2) {
    const [a, b] = [numbers.readUInt16BE(at * 2) % 3329, numbers.readUInt16BE(at * 2 + 2) % 3329]
    packed.set([a & 255, (a >> 8) | ((b & 15) << 4), b >> 4], (at / 2) * 3)
  }
  return Buffer.concat([packed, randomBytes(32)])
}

/** The shares that clients send: X25519, and before it the post-quantum hybrid where that is wanted. */
export function keyShares(kind: 'classic' | 'post-quantum'): readonly KeyShare[] {
  const own = classic()
  if (kind === 'classic') return [own]
  return [{ group: x25519Mlkem768, key: Buffer.concat([mlkemKey(), randomBytes(32)]) }, own]
}
