import type { EffectiveOptions, TargetChange, TxtOptions } from '@mongowhy/core'
import type { MongoClient, MongoClientOptions } from 'mongodb'

import type { ProbeContext } from '../context.ts'
import { afterwards, changedOptions, changedSeeds, familyOnly } from './apply-change.ts'
import { compressorsHere } from './compressors.ts'
import { lookupFrom } from './lookup.ts'
import type { AddressesOf } from './lookup.ts'

/** The release that `package.json` pins; a test compares it. */
export const driverVersion = '7.9.0'

export interface SessionTarget {
  /** The hosts of the connection string, or those that its SRV record named. */
  readonly seeds: readonly { readonly host: string; readonly port: number | null }[]
  /** The scheme is `mongodb+srv`: the driver is given the seeds instead of asking for them without a bound. */
  readonly srv: boolean
  /** What the TXT record says; the connection string wins over it. */
  readonly txt: TxtOptions
  readonly addressesOf: AddressesOf
  /** Bound on its looking for a server, within the user's own; null: the bound on the diagnosis. */
  readonly selectionMs?: number | null
  /** The one thing that is other than the user has it. */
  readonly change?: TargetChange | null
}

/**
 * The official driver with the user's own connection string and options, not yet connected. Ours are only: the files
 * and the proxy named on the command line, compressors that need no further package, one connection for each server (so
 * that one login is made, not several), a selection no longer than the diagnosis, a handshake no longer than one step
 * (closing the driver does not end one that is under way), and look-ups that were already answered.
 * Throws what the driver throws of a string or an option that it does not accept.
 */
export async function openDriver(
  ctx: ProbeContext,
  target: SessionTarget,
  signal: AbortSignal,
): Promise<MongoClient> {
  const { MongoClient: Client } = await import('mongodb')
  const { driverOptions, timeoutMs, stageTimeoutMs } = ctx.options
  const { effective } = ctx.target.uri
  const users: MongoClientOptions = { ...driverOptions, ...filesOf(ctx), ...proxyOf(ctx) }
  // Ours take the place of the string's, and would hide that the driver refuses a value of one of them.
  if (ctx.target.uri.faults.length > 0) new Client(ctx.target.raw.reveal(), users).removeAllListeners()
  const options: MongoClientOptions = {
    ...users,
    ...compressorsHere(effective),
    ...(target.srv ? txtOptions(ctx, target) : {}),
    minPoolSize: 0,
    maxPoolSize: 1,
    monitorCommands: true,
    serverSelectionTimeoutMS: Math.min(effective.serverSelectionTimeoutMS, target.selectionMs ?? timeoutMs),
    connectTimeoutMS: handshakeBound(effective.connectTimeoutMS, stageTimeoutMs),
    lookup: lookupFrom(familyOnly(target.change, target.addressesOf), signal),
    ...silent,
    ...strict(effective),
    ...changedOptions(target.change, ctx.target),
  }
  const client = new Client(ctx.target.raw.reveal(), options)
  Object.assign(client.options, afterwards(target.change))
  const others = changedSeeds(target.change)
  if (target.srv || others !== null) {
    const seeds = others ?? target.seeds.map(({ host, port }) => `${host}:${port ?? 27017}`)
    const { hosts } = new Client(`mongodb://${seeds.join(',')}`).options
    const loadBalanced = target.txt.loadBalanced === true ? { loadBalanced: true } : {}
    // The driver reads these when it connects; without an SRV host it neither resolves nor polls one.
    Object.assign(client.options, { hosts, srvHost: undefined, ...loadBalanced })
  }
  return client
}

/**
 * NODE_TLS_REJECT_UNAUTHORIZED=0 would let the driver log in to a peer that nobody verified; only the user's own options
 * may do that.
 */
function strict({ tls, tlsAllowInvalidCertificates }: EffectiveOptions): MongoClientOptions {
  return tls && !tlsAllowInvalidCertificates ? { rejectUnauthorized: true } : {}
}

// Variables and options can make the driver log every command, to the streams that the report goes to as well.
const silent: MongoClientOptions = {
  mongodbLogPath: 'stderr',
  mongodbLogComponentSeverities: {
    default: 'off',
    command: 'off',
    topology: 'off',
    serverSelection: 'off',
    connection: 'off',
    client: 'off',
  },
}

/** The driver takes 0 for no bound at all. */
function handshakeBound(usersMs: number, stageTimeoutMs: number): number {
  return usersMs === 0 ? stageTimeoutMs : Math.min(usersMs, stageTimeoutMs)
}

function filesOf({ options }: ProbeContext): MongoClientOptions {
  return {
    ...(options.caFile === null ? {} : { tlsCAFile: options.caFile }),
    ...(options.certKeyFile === null ? {} : { tlsCertificateKeyFile: options.certKeyFile }),
  }
}

function proxyOf({ options }: ProbeContext): MongoClientOptions {
  const given = options.proxy?.reveal()
  if (given === undefined || !URL.canParse(given)) return {}
  const url = new URL(given)
  return {
    proxyHost: url.hostname.replace(/^\[|\]$/g, ''),
    proxyPort: url.port === '' ? 1080 : Number(url.port),
    ...(url.username === ''
      ? {}
      : {
          proxyUsername: decodeURIComponent(url.username),
          proxyPassword: decodeURIComponent(url.password),
        }),
  }
}

/** Mechanisms whose source is `$external`, whatever a TXT record says. */
const external: ReadonlySet<string> = new Set(['GSSAPI', 'MONGODB-AWS', 'MONGODB-OIDC', 'MONGODB-X509'])

function txtOptions({ target: { uri } }: ProbeContext, { txt }: SessionTarget): MongoClientOptions {
  const { effective, credentials } = uri
  const wantsSource =
    effective.authSource === null &&
    credentials.username === 'given' &&
    !external.has(effective.authMechanism ?? '')
  return {
    ...(wantsSource && txt.authSource !== null ? { authSource: txt.authSource } : {}),
    ...(txt.replicaSet !== null && effective.replicaSet === null ? { replicaSet: txt.replicaSet } : {}),
  }
}
