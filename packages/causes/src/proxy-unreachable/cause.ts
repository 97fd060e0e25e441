import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Certainty } from '@mongowhy/core'

interface Facts {
  readonly proxy: string
  readonly errno: string
}

export const cause: Cause = defineCause<Facts>({
  code: 'proxy-unreachable',
  title: 'The SOCKS5 proxy cannot be reached',
  scope: 'target',
  infer(evidence) {
    const looks = seenBy(evidence, 'proxy.connect')
    const [met] = looks.filter(({ saw }) => saw.outcome.is !== 'unreachable')
    if (met !== undefined) return absent(cite(met, says`the proxy ${met.saw.proxy} accepts connections`))
    const [look] = looks
    if (look === undefined || look.saw.outcome.is !== 'unreachable') return unknown()
    const { errno } = look.saw.outcome
    return {
      is: 'present',
      certainty: certaintyOf(errno),
      bearing: 'fault',
      facts: { proxy: look.saw.proxy, errno },
      because: [cite(look, says`no connection to the proxy ${look.saw.proxy} (${errno})`)],
    }
  },
  advise: ({ proxy, errno }) => ({
    title: says`The SOCKS5 proxy ${proxy} cannot be reached (${errno})`,
    explanation: says`The connection string leads through a SOCKS5 proxy, and ${meaning(errno)}. The MongoDB servers behind it were never asked, so nothing is known of them.`,
    steps: [
      errno === 'ENOTFOUND'
        ? says`The proxy's name does not resolve: check proxyHost in the connection string.`
        : says`Is the proxy running, and on that port? nc -vz ${proxy.replace(/:(\d+)$/, ' $1')}. For an SSH tunnel: ssh -N -D 1080 USER@GATEWAY must stay up.`,
      says`Check proxyHost and proxyPort in the connection string; the default port is 1080.`,
      says`If the servers can be reached directly from here, take proxyHost and proxyPort out.`,
    ],
    operator: [
      says`The proxy ${proxy}: that it runs, listens at that port, and that the firewall before it admits this client.`,
    ],
    ...(certaintyOf(errno) === 'certain'
      ? {}
      : {
          confirm: says`nc -vz ${proxy.replace(/:(\d+)$/, ' $1')} from another machine: open there means that a firewall stands between here and the proxy.`,
        }),
  }),
})

/** Silence may be a firewall or a machine that is down; everything else says of itself what it is. */
function certaintyOf(errno: string): Certainty {
  return errno === 'ETIMEDOUT' || errno === 'EHOSTUNREACH' ? 'likely' : 'certain'
}

function meaning(errno: string): string {
  switch (errno) {
    case 'ECONNREFUSED':
      return 'its port is closed: no proxy listens there'
    case 'ETIMEDOUT':
      return 'it did not answer: a firewall drops us, or the machine is down'
    case 'ENOTFOUND':
      return 'its name has no address'
    default:
      return 'this machine found no way to it'
  }
}
