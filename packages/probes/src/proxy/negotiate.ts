import type net from 'node:net'

import { hostKind } from '@mongowhy/core'
import type { ProxySighting, Secret } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { bounded } from '../bounded.ts'
import { arrived, receive } from '../tcp/receive.ts'

type Outcome = ProxySighting['outcome']
type Step = 'greeting' | 'login' | 'request'

const version = 5
const noCredentials = 0
const usernamePassword = 2
const noneAcceptable = 0xff

// How long before the bound a greeting that was left unanswered is followed by an end of line.
const lineBeforeMs = 400

/**
 * The whole SOCKS5 exchange over an open connection to the proxy. HTTP proxies wait for the end of a line, which
 * the greeting does not have: shortly before the bound it gets one, and what answers then has given itself away.
 */
export function negotiate(
  socket: net.Socket,
  credentials: { readonly username: Secret | null; readonly password: Secret | null },
  to: { readonly host: string; readonly port: number },
  bound: Bound,
): Promise<Outcome> {
  let step: Step = 'greeting'
  let lineSent = false
  const exchange = async (): Promise<Outcome> => {
    const offersPassword = credentials.username !== null
    socket.write(
      Buffer.from(
        offersPassword ? [version, 2, noCredentials, usernamePassword] : [version, 1, noCredentials],
      ),
    )
    const line = setTimeout(
      () => {
        lineSent = true
        socket.write('\r\n\r\n')
      },
      bound.timeoutMs - Math.min(lineBeforeMs, bound.timeoutMs / 4),
    )
    const first = await receive(socket, 1).finally(() => clearTimeout(line))
    // A slow SOCKS5 proxy would take the line for our request.
    if (lineSent && first?.[0] === version) return { is: 'silent', after: step }
    if (first === null) return lineSent ? { is: 'silent', after: step } : { is: 'closed', after: step }
    if (first[0] !== version) return { is: 'not-socks', firstBytes: excerpt(first, arrived(socket, 63)) }
    const method = (await receive(socket, 1))?.[0]
    if (method === undefined) return { is: 'closed', after: step }
    if (method === usernamePassword && offersPassword) {
      step = 'login'
      socket.write(login(credentials.username, credentials.password))
      const status = await receive(socket, 2)
      if (status === null) return { is: 'closed', after: step }
      if (status[1] !== 0) return { is: 'credentials-rejected' }
    } else if (method !== noCredentials) {
      const offered = offersPassword ? (['none', 'password'] as const) : (['none'] as const)
      // A method that was not offered is no answer to our greeting, and no SOCKS5.
      if (method === noneAcceptable || method === usernamePassword)
        return { is: 'no-acceptable-method', offered }
      return { is: 'not-socks', firstBytes: excerpt(first, Buffer.from([method])) }
    }
    step = 'request'
    socket.write(request(to))
    const reply = await receive(socket, 4)
    if (reply === null) return { is: 'closed', after: step }
    if (reply[0] !== version) return { is: 'not-socks', firstBytes: excerpt(reply, arrived(socket, 60)) }
    if (reply[1] !== 0) return { is: 'target-refused', reply: reply[1] ?? 1 }
    const from = await receive(socket, (await boundAddressLength(socket, reply[3])) + 2)
    return from === null ? { is: 'closed', after: step } : { is: 'connected' }
  }
  return bounded<Outcome>(
    bound,
    (done, fail) => {
      exchange().then(done, fail)
      return () => {}
    },
    () => ({ is: 'silent', after: step }),
  )
}

async function boundAddressLength(socket: net.Socket, kind: number | undefined): Promise<number> {
  if (kind === 1) return 4
  if (kind === 4) return 16
  return (await receive(socket, 1))?.[0] ?? 0
}

// RFC 1929 counts each in one byte; longer ones cannot be sent, and the proxy then rejects what was cut.
function login(username: Secret | null, password: Secret | null): Buffer {
  const user = Buffer.from(username?.reveal() ?? '').subarray(0, 255)
  const pass = Buffer.from(password?.reveal() ?? '').subarray(0, 255)
  return Buffer.concat([Buffer.from([1, user.length]), user, Buffer.from([pass.length]), pass])
}

function request({ host, port }: { readonly host: string; readonly port: number }): Buffer {
  const tail = Buffer.alloc(2)
  tail.writeUInt16BE(port)
  return Buffer.concat([Buffer.from([version, 1, 0]), destination(host), tail])
}

function destination(host: string): Buffer {
  switch (hostKind(host)) {
    case 'ipv4':
      return Buffer.from([1, ...host.split('.').map(Number)])
    case 'ipv6':
      return Buffer.concat([Buffer.from([4]), ipv6Bytes(host)])
    case 'name':
    case 'socket': {
      const name = Buffer.from(host).subarray(0, 255)
      return Buffer.concat([Buffer.from([3, name.length]), name])
    }
  }
}

function ipv6Bytes(host: string): Buffer {
  const canonical = new URL(`http://[${host.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const [head = '', tail = ''] = canonical.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = canonical.includes('::') ? 8 - left.length - right.length : 0
  const bytes = Buffer.alloc(16)
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right]
  groups.forEach((group, index) => bytes.writeUInt16BE(parseInt(group, 16), index * 2))
  return bytes
}

/** Text where it is text, hexadecimal where it is not. */
function excerpt(...parts: readonly Buffer[]): string {
  const bytes = Buffer.concat(parts)
  const text = bytes.toString('latin1')
  return /^[\t\r\n\x20-\x7e]+$/.test(text) ? text.trim() : bytes.toString('hex')
}
