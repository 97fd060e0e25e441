import type { Duplex } from 'node:stream'

import { endpointParts } from '@mongowhy/core'
import type { AskOf, Endpoint, HelloFacts, HelloSighting } from '@mongowhy/core'

import type { Bound } from './bound.ts'
import type { ProbeContext } from './context.ts'
import { dial } from './dial.ts'
import { makeLook } from './look.ts'
import { quietAfterMs } from './quiet.ts'
import { fail } from './recorder.ts'
import { greetingOf } from './settings.ts'
import type { ApproachSettings } from './settings.ts'
import { handshake } from './tls/index.ts'
import type { Handshake } from './tls/index.ts'
import { askBuild, askHello, readAnswered, readMessage } from './wire/index.ts'

/** What one approach came to; its looks are in the recorder. */
export interface Approach {
  readonly hello: HelloFacts | null
  /** What a read over the same connection took, in milliseconds; null where none was answered, or none wanted. */
  readonly readMs: number | null
}

const nothing: Approach = { hello: null, readMs: null }

/** Called as soon as the peer is known well enough for the driver to be let at it. */
export type OnFit = (fit: 'verified-connection' | 'plain' | 'unverified') => void

/** What an approach does beyond its looks. */
export interface ApproachManner {
  readonly onFit?: OnFit
  /** The database to read from where the peer, plain or verified, has answered so; null: none. */
  readonly readFrom?: (hello: HelloFacts) => string | null
}

/**
 * Makes one connection to one address of an endpoint and goes as far as the peer lets it: TCP or proxy, TLS, hello,
 * buildInfo. One connection serves four looks. Never sends credentials.
 */
export async function approach(
  ctx: ProbeContext,
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  manner: ApproachManner = {},
): Promise<Approach> {
  const bound: Bound = { signal: ctx.signal, timeoutMs: ctx.options.stageTimeoutMs }
  const socket = await reach(ctx, settings, endpoint, address, bound)
  if (socket === null) return nothing
  try {
    return settings.tls
      ? await throughTls(ctx, settings, endpoint, address, socket, bound, manner)
      : await talk(ctx, settings, endpoint, address, socket, bound, {
          transport: 'plain',
          trusted: true,
          onReply: () => manner.onFit?.('plain'),
          readFrom: manner.readFrom,
        })
  } finally {
    socket.destroy()
  }
}

async function reach(
  ctx: ProbeContext,
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  bound: Bound,
): Promise<Duplex | null> {
  const open =
    settings.proxy === null || endpointParts(endpoint).port === null
      ? ctx.recorder.begin({ probe: 'tcp.connect', endpoint, vary: { address } })
      : ctx.recorder.begin({
          probe: 'proxy.connect',
          endpoint,
          vary: { proxy: `${settings.proxy.host}:${settings.proxy.port}` },
        })
  try {
    const dialled = await dial(settings, endpoint, address, bound)
    // `dial` answers by the way that was begun above.
    ;(open.seen as (saw: typeof dialled.saw) => void)(dialled.saw)
    return dialled.socket
  } catch (error) {
    fail(open, ctx.signal, error)
    return null
  }
}

async function throughTls(
  ctx: ProbeContext,
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  socket: Duplex,
  bound: Bound,
  { onFit = () => {}, readFrom }: ApproachManner,
): Promise<Approach> {
  const look = ctx.recorder.begin({ probe: 'tls.handshake', endpoint, vary: { address } })
  const began = ctx.recorder.now()
  const hedge = startHedge(ctx, settings, {
    probe: 'wire.hello',
    endpoint,
    vary: { address, transport: 'plain' },
  })
  const met = await shakeHands(settings, endpoint, address, socket, bound).catch((error: unknown) => {
    fail(look, ctx.signal, error)
    return null
  })
  const tookMs = ctx.recorder.now() - began
  await hedge.end(met?.secure === null)
  if (met === null || met.secure === null) {
    if (met !== null) look.seen(met.finish('not-reached'), tookMs)
    ctx.recorder.skip({ probe: 'wire.hello', endpoint, vary: { address, transport: 'tls' } }, 'earlier-fault')
    return nothing
  }
  const secure = met.secure
  try {
    if (met.trusted) onFit('verified-connection')
    return await talk(ctx, settings, endpoint, address, secure, bound, {
      transport: 'tls',
      trusted: met.trusted,
      onReply: () => (met.trusted ? undefined : onFit('unverified')),
      onEnd: (is) => look.seen(met.finish(afterwards(is)), tookMs),
      readFrom: met.trusted ? readFrom : undefined,
    })
  } finally {
    secure.destroy()
  }
}

function shakeHands(
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  socket: Duplex,
  bound: Bound,
): Promise<Handshake> {
  const { host } = endpointParts(endpoint)
  return handshake(
    socket,
    { host, address, trust: settings.trust, clientCertificate: settings.clientCertificate },
    bound,
  )
}

/** What the hello's end says of the connection below it. */
function afterwards(outcome: HelloSighting['outcome']['is']): Parameters<Handshake['finish']>[0] {
  switch (outcome) {
    case 'closed':
    case 'reset':
    case 'silent':
      return outcome
    case 'reply':
    case 'error':
    case 'not-mongodb':
    case 'malformed':
      return 'open'
  }
}

interface Talk {
  readonly transport: 'plain' | 'tls'
  readonly trusted: boolean
  onReply(): void
  onEnd?(outcome: HelloSighting['outcome']['is']): void
  readonly readFrom: ApproachManner['readFrom']
}

async function talk(
  ctx: ProbeContext,
  settings: ApproachSettings,
  endpoint: Endpoint,
  address: string,
  socket: Duplex,
  bound: Bound,
  { transport, trusted, onReply, onEnd, readFrom }: Talk,
): Promise<Approach> {
  const hedge =
    transport === 'plain'
      ? startHedge(ctx, settings, { probe: 'tls.handshake', endpoint, vary: { address } })
      : noHedge
  const vary = { address, transport }
  const saw = await ctx.recorder.run({ probe: 'wire.hello', endpoint, vary }, ctx.signal, () =>
    askHello(
      socket,
      {
        ...vary,
        ...greetingOf(settings),
        mechanismsFor: trusted ? settings.mechanismsFor : null,
      },
      bound,
    ),
  )
  onEnd?.(saw?.outcome.is ?? 'silent')
  await hedge.end(saw !== null && saw.outcome.is !== 'reply')
  if (saw === null || saw.outcome.is !== 'reply') return nothing
  onReply()
  const { hello } = saw.outcome
  const database = readFrom?.(hello) ?? null
  const read = database === null ? null : readMessage(database)
  const began = ctx.recorder.now()
  const built = await ctx.recorder.run({ probe: 'wire.build', endpoint, vary }, ctx.signal, () =>
    askBuild(socket, bound, undefined, read),
  )
  if (read === null || built?.outcome.is !== 'reply') return { hello, readMs: null }
  // Interrupted is not answered.
  const done = await readAnswered(socket, bound).catch(() => false)
  return { hello, readMs: done ? ctx.recorder.now() - began : null }
}

interface Hedge {
  /** Ends it: not begun, it never begins; begun, it goes on only where its answer is wanted. */
  end(wanted: boolean): Promise<void>
}

const noHedge: Hedge = { end: async () => {} }

/** A peer that is silent is asked by its other face (plain or TLS) meanwhile. */
function startHedge(
  ctx: ProbeContext,
  settings: ApproachSettings,
  ask: AskOf<'wire.hello'> | AskOf<'tls.handshake'>,
): Hedge {
  const afterMs = quietAfterMs(ctx.options)
  const timeoutMs = ctx.options.stageTimeoutMs - afterMs
  if (settings.proxy !== null) return noHedge
  let begun: { readonly look: Promise<void>; readonly stop: AbortController } | null = null
  const timer = setTimeout(() => {
    const stop = new AbortController()
    const signal = AbortSignal.any([ctx.signal, stop.signal])
    begun = { stop, look: makeLook({ ...ctx, signal }, settings, ask, timeoutMs) }
  }, afterMs)
  return {
    end: async (wanted) => {
      clearTimeout(timer)
      if (!wanted) begun?.stop.abort('cut-short')
      await begun?.look
    },
  }
}
