import { says, together } from '@mongowhy/core'
import type { Look, Phrase, Resolver } from '@mongowhy/core'

/** What a look set out to learn, in a few words; its endpoint stands beside it. */
export function whatText(look: Look): Phrase {
  const { ask } = look
  switch (ask.probe) {
    case 'uri.parse':
      return says`the connection string, read without the network`
    case 'env.host':
      return says`this machine and its runtime`
    case 'env.runtimes':
      return says`other runtimes on this machine`
    case 'env.project':
      return says`the project's own files`
    case 'env.file':
      return says`the file of ${ask.vary.option}, ${ask.vary.path}`
    case 'dns.query':
      return together(says`${ask.vary.type} records of ${ask.vary.name}`, asked(ask.vary.resolver))
    case 'tcp.connect':
      return says`TCP connection to ${ask.vary.address}`
    case 'proxy.connect':
      return says`through the proxy ${ask.vary.proxy}`
    case 'tls.handshake':
      return together(says`TLS handshake`, varied(ask.vary))
    case 'wire.hello':
      return ask.vary.transport === 'tls' ? says`hello over TLS` : says`hello without TLS`
    case 'wire.build':
      return says`the server's version`
    case 'auth.login':
      return says`login`
    case 'authz.privileges':
      return says`rights of the user`
    case 'ops.run':
      return says`operation ${ask.vary.operation}`
    case 'driver.connect':
      return says`the official driver's own attempt`
    case 'tls.matrix':
      return says`which TLS versions and suites it takes`
    case 'path.walk':
      return says`the whole way to ${ask.vary.address}, without credentials`
    case 'driver.try':
      return says`the official driver, once more`
    default:
      return together(says`${ask.probe}`, varied(ask.vary))
  }
}

function asked(resolver: Resolver): Phrase {
  if (resolver === 'runtime') return says``
  return resolver === 'system' ? says`from the operating system` : says`from ${resolver.server}`
}

/** What was varied beside the address, which every look of an endpoint has. */
function varied(vary: object): Phrase {
  const parts = Object.entries(vary).filter(([name, value]) => name !== 'address' && value !== undefined)
  if (parts.length === 0) return says``
  return parts.reduce(
    (all, [name, value], index) =>
      together(all, index === 0 ? says`with` : says`,`, says`${worded(name)} ${shown(value)}`),
    says``,
  )
}

function worded(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function shown(value: unknown): string {
  if (value === null) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
