import type { DiagnoseOptions, EffectiveOptions, ParsedTarget, Secret } from '@mongowhy/core'
import { mechanismsFor, readPem, sharing } from '@mongowhy/probes'
import type { ApproachSettings, Bound, ProbeContext, ProxySettings } from '@mongowhy/probes'

/**
 * How to connect, from the options as they take effect. A file that cannot be used is left out here: the look at it says
 * why, and the handshake then shows what the peer makes of its absence.
 */
export async function approachSettings(
  target: ParsedTarget,
  options: DiagnoseOptions,
  effective: EffectiveOptions,
  { signal, shared }: Pick<ProbeContext, 'signal' | 'shared'>,
): Promise<ApproachSettings> {
  const pem = (path: string | null): ReturnType<typeof pemOf> =>
    sharing(shared, `bytes ${path ?? ''}`, signal, (during) =>
      pemOf(path, { signal: during, timeoutMs: options.stageTimeoutMs }),
    ).catch(() => {
      // Interrupted: nobody is going to be connected to.
      return null
    })
  const [ca, certificate, crl] = await Promise.all([
    pem(effective.tlsCAFile),
    pem(effective.tlsCertificateKeyFile),
    pem(effective.tlsCRLFile ?? null),
  ])
  return {
    tls: effective.tls,
    loadBalanced: effective.loadBalanced,
    compressors: effective.compressors,
    serverApi: effective.serverApi ?? null,
    trust: {
      caFile: ca,
      revoked: crl?.pem ?? null,
      allowInvalidCertificates: effective.tlsAllowInvalidCertificates,
      allowInvalidHostnames: effective.tlsAllowInvalidHostnames,
    },
    clientCertificate:
      certificate === null ? null : { pem: certificate.pem, passphrase: target.certificateKeyPassword },
    proxy: proxyOf(target, options, effective),
    mechanismsFor: mechanismsFor(effective, target.username),
  }
}

async function pemOf(
  path: string | null,
  bound: Bound,
): Promise<{ readonly pem: Buffer; readonly path: string } | null> {
  if (path === null) return null
  const pem = await readPem(path, bound)
  return pem === null ? null : { pem, path }
}

function proxyOf(
  target: ParsedTarget,
  options: DiagnoseOptions,
  effective: EffectiveOptions,
): ProxySettings | null {
  if (effective.proxy === null) return null
  const { host, port } = effective.proxy
  if (options.proxy === null) {
    return { host, port, username: target.proxyUsername, password: target.proxyPassword }
  }
  return { host, port, ...proxyCredentials(options.proxy) }
}

function proxyCredentials(proxy: Secret): {
  readonly username: Secret | null
  readonly password: Secret | null
} {
  return { username: proxy.userOfUrl(), password: proxy.passwordOfUrl() }
}
