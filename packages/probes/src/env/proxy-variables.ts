import { hidden, redactText } from '@mongowhy/core'
import type { HostSighting } from '@mongowhy/core'

const names = ['http_proxy', 'https_proxy', 'all_proxy', 'socks_proxy', 'no_proxy', 'npm_config_proxy']

/** Variables that make programs use a proxy, without the credentials in them. No MongoDB driver reads them. */
export function proxyVariables(
  env: Readonly<Record<string, string | undefined>>,
): HostSighting['proxyVariables'] {
  return names
    .flatMap((name) => [name, name.toUpperCase()])
    .flatMap((name) => {
      const value = env[name]
      return value === undefined || value === '' ? [] : [{ name, value: withoutCredentials(value) }]
    })
}

function withoutCredentials(value: string): string {
  const redacted = redactText(value, []).slice(0, 512)
  // `user:password@proxy:3128`, without a scheme.
  const at = redacted.includes('://') ? -1 : redacted.lastIndexOf('@')
  return at === -1 ? redacted : `${hidden}${redacted.slice(at)}`
}
