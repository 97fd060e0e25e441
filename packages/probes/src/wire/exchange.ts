import type { Duplex } from 'node:stream'

import type { HelloSighting } from '@mongowhy/core'

import type { Bound } from '../bound.ts'
import { deadline } from '../deadline.ts'
import { excerptOf, recogniseProtocol } from '../protocol.ts'
import { headerLength, longestMessage, opCompressed, opMessage, opReply } from './message.ts'

// What begins as no reply can begin is waited for a little longer, so that it can be named; then it has said enough.
const restMs = 300

// A hello or a buildInfo has some kilobytes; what claims more is not read.
const longestReply = 256 * 1024

type Problem = Extract<
  HelloSighting['outcome'],
  { readonly is: 'silent' | 'closed' | 'reset' | 'not-mongodb' | 'malformed' }
>

export type Exchange =
  { readonly is: 'frame'; readonly bytes: Buffer; readonly roundTripMs: number } | Problem

/**
 * Sends one message and reads one frame. Every end is bounded: by `timeoutMs`, by 256 kB, by the peer's close. Bytes
 * beyond the frame go back to the socket. The socket stays open and paused, whatever came; the caller closes it.
 * Rejects only with the signal's reason: an interrupted exchange says nothing about the peer.
 */
export function exchange(socket: Duplex, message: Buffer, bound: Bound): Promise<Exchange> {
  return awaitReply(socket, message.readInt32LE(4), bound, message)
}

/** Reads the frame that answers a request, as `exchange` does; `message` is sent first, unless it was sent before. */
export function awaitReply(
  socket: Duplex,
  requestId: number,
  bound: Bound,
  message: Buffer | null = null,
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let total = 0
    let expected: number | null = null
    let cancelRest: (() => void) | null = null
    const began = performance.now()

    const finish = (): void => {
      cancel()
      cancelRest?.()
      bound.signal.removeEventListener('abort', aborted)
      socket.off('data', read).off('end', ended).off('close', ended).off('error', failed)
      // A late reset tells nothing more about this exchange; without a listener it would end the process.
      if (socket.listenerCount('error') === 0) socket.on('error', () => {})
      socket.pause()
    }
    const end = (exchanged: Exchange): void => {
      finish()
      resolve(exchanged)
    }
    const aborted = (): void => {
      finish()
      reject(bound.signal.reason)
    }
    const read = (chunk: Buffer): void => {
      chunks.push(chunk)
      total += chunk.length
      if (expected === null) {
        const start = Buffer.concat(chunks)
        const outcome = judgeStart(start, requestId, message)
        if (typeof outcome === 'object') return end(outcome)
        if (beginsNoReply(start)) cancelRest ??= deadline(restMs, expired)
        expected = outcome === 'more' ? null : outcome
      }
      if (expected === null || total < expected) return
      const all = Buffer.concat(chunks)
      end({ is: 'frame', bytes: all.subarray(0, expected), roundTripMs: performance.now() - began })
      if (all.length > expected && !socket.destroyed) socket.unshift(all.subarray(expected))
    }
    const ended = (): void =>
      end(
        total === 0
          ? { is: 'closed', afterMs: performance.now() - began }
          : cutShort(Buffer.concat(chunks), expected, 'cut'),
      )
    const failed = (error: NodeJS.ErrnoException): void => {
      const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE'
      if (total > 0) end(cutShort(Buffer.concat(chunks), expected, 'cut'))
      else end({ is: reset ? 'reset' : 'closed', afterMs: performance.now() - began })
    }
    const expired = (): void =>
      end(total === 0 ? { is: 'silent' } : cutShort(Buffer.concat(chunks), expected, 'too-slow'))

    const cancel = deadline(bound.timeoutMs, expired)
    if (bound.signal.aborted) return aborted()
    bound.signal.addEventListener('abort', aborted, { once: true })
    socket.on('data', read).on('end', ended).on('close', ended).on('error', failed)
    if (socket.destroyed || socket.readableEnded) return ended()
    socket.resume()
    if (message !== null) socket.write(message)
  })
}

/** The length of the frame that begins here, `more` when too little has come, or why it is none. */
function judgeStart(start: Buffer, requestId: number, message: Buffer | null): number | 'more' | Problem {
  if (start.length < headerLength) {
    const protocol = recogniseProtocol(start)
    const whole = start.includes(0x0a) || protocol === 'tls' || protocol === 'http2'
    return whole && protocol !== 'unknown'
      ? { is: 'not-mongodb', protocol, excerpt: excerptOf(start) }
      : 'more'
  }
  if (message?.subarray(0, headerLength).equals(start.subarray(0, headerLength)) === true) {
    return { is: 'not-mongodb', protocol: 'echo', excerpt: excerptOf(start) }
  }
  const length = start.readInt32LE(0)
  const opCode = start.readInt32LE(12)
  const ours = opCode === opReply || opCode === opMessage || opCode === opCompressed
  const possible = length >= headerLength && length <= longestMessage
  const protocol = recogniseProtocol(start)
  // Four bytes that happen to be a possible length are no sign of MongoDB; the number of our own request is.
  if (!ours && (!possible || protocol !== 'unknown' || start.readInt32LE(8) !== requestId)) {
    return {
      is: 'not-mongodb',
      protocol: protocol === 'mongodb' ? 'unknown' : protocol,
      excerpt: excerptOf(start),
    }
  }
  if (!ours) return { is: 'malformed', problem: 'header', detail: `its operation code is ${opCode}` }
  if (!possible || length > longestReply) {
    return { is: 'malformed', problem: 'length', detail: `it declares ${length} bytes` }
  }
  return length
}

/** The first four bytes are the length of a reply; lines of text are told from one by less. */
function beginsNoReply(bytes: Buffer): boolean {
  if (bytes.length >= 4) {
    const length = bytes.readInt32LE(0)
    return length < headerLength || length > longestMessage
  }
  return bytes.length > 1 && /^[\t -~]+\r?\n?$/.test(bytes.toString('latin1')) && bytes.includes(0x0a)
}

function cutShort(bytes: Buffer, expected: number | null, problem: 'cut' | 'too-slow'): Problem {
  if (expected === null) {
    const protocol = recogniseProtocol(bytes)
    if (protocol !== 'unknown' || beginsNoReply(bytes)) {
      return { is: 'not-mongodb', protocol, excerpt: excerptOf(bytes) }
    }
  }
  const detail = `${bytes.length} of ${expected ?? 'at least 16'} bytes`
  return { is: 'malformed', problem: problem === 'cut' && expected === null ? 'cut-header' : problem, detail }
}
