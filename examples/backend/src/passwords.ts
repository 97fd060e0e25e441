import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

const saltBytes = 16
const hashBytes = 64

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, hashBytes, (error, hash) => (error === null ? resolve(hash) : reject(error)))
  })
}

export async function hashed(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt)).toString('base64')}`
}

export async function matches(password: string, stored: string): Promise<boolean> {
  const [, salt = '', hash = ''] = stored.split('$')
  const expected = Buffer.from(hash, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'))
  return expected.length === given.length && timingSafeEqual(expected, given)
}

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
