import type { Duplex } from 'node:stream'

import { endpointParts } from '@mongowhy/core'
import type { Endpoint, HelloSighting, PathStep, TlsSighting, WalkSighting } from '@mongowhy/core'

import type { Bound } from './bound.ts'
import { remaining } from './bounded.ts'
import { dial } from './dial.ts'
import type { ApproachSettings } from './settings.ts'
import { handshake } from './tls/index.ts'
import type { Handshake } from './tls/index.ts'
import { askHello } from './wire/index.ts'

interface Notes {
  readonly tookMs: { [S in PathStep]?: number }
  certificate: string | null
}

/** Walks the whole path to one address, as the driver would up to its first message; without credentials. */
export async function walk(
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  bound: Bound,
): Promise<WalkSighting> {
  const since = performance.now()
  const notes: Notes = { tookMs: {}, certificate: null }
  const end = (failed: WalkSighting['failed'], server: string | null = null): WalkSighting => ({
    address,
    failed,
    ...notes,
    server,
  })
  const dialled = await timed(notes, settings.proxy === null ? 'tcp' : 'proxy', () =>
    dial(settings, endpoint, address, bound),
  )
  const { socket } = dialled
  if (socket === null) return end({ step: dialled.by, how: dialled.saw.outcome.is })
  try {
    const left = remaining(bound, since)
    if (!settings.tls) return await greet(notes, settings, address, 'plain', socket, left, end)
    return await throughTls(notes, settings, endpoint, address, socket, left, end)
  } finally {
    socket.destroy()
  }
}

type End = (failed: WalkSighting['failed'], server?: string | null) => WalkSighting

async function throughTls(
  notes: Notes,
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  socket: Duplex,
  bound: Bound,
  end: End,
): Promise<WalkSighting> {
  const since = performance.now()
  const { trust, clientCertificate } = settings
  const { host } = endpointParts(endpoint)
  const met = await timed(notes, 'tls', () =>
    handshake(socket, { host, address, trust, clientCertificate }, bound),
  )
  try {
    const { secure } = met
    const saw = met.finish('open')
    notes.certificate = saw.chain[0]?.fingerprint256.replaceAll(':', '').slice(0, 16) ?? null
    if (secure === null) return end({ step: 'tls', how: tlsEnd(saw) })
    if (!accepted(met, settings)) return end({ step: 'tls', how: 'certificate' })
    return await greet(notes, settings, address, 'tls', secure, remaining(bound, since), end)
  } finally {
    met.secure?.destroy()
  }
}

async function greet(
  notes: Notes,
  { loadBalanced }: ApproachSettings,
  address: string,
  transport: 'plain' | 'tls',
  socket: Duplex,
  bound: Bound,
  end: End,
): Promise<WalkSighting> {
  const { outcome } = await timed(notes, 'wire', () =>
    askHello(socket, { address, transport, loadBalanced, mechanismsFor: null }, bound),
  )
  return outcome.is === 'reply' ? end(null, serverIn(outcome)) : end({ step: 'wire', how: wireEnd(outcome) })
}

async function timed<T>(notes: Notes, step: PathStep, act: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const done = await act()
  notes.tookMs[step] = Math.round((performance.now() - began) * 10) / 10
  return done
}

/** Whether the driver would go on over this connection. */
function accepted({ trusted }: Handshake, { trust }: ApproachSettings): boolean {
  return trusted || trust.allowInvalidCertificates
}

function tlsEnd({ outcome, alerts }: TlsSighting): string {
  const alert = alerts.find(({ direction, number }) => direction === 'received' && number !== 0)
  return outcome.is === 'alert' && alert !== undefined ? `alert ${alert.number}` : outcome.is
}

function wireEnd(outcome: HelloSighting['outcome']): string {
  return outcome.is === 'error' && outcome.code !== null ? `error ${outcome.code}` : outcome.is
}

function serverIn({ hello }: Extract<HelloSighting['outcome'], { readonly is: 'reply' }>): string | null {
  return hello.topologyVersion?.split(':')[0] ?? hello.me
}
