import { absent, cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Phrase, ProxySighting } from '@mongowhy/core'

type How = 'wanted' | 'other-method' | 'rejected' | 'closed'

interface Facts {
  readonly proxy: string
  readonly how: How
}

export const cause: Cause = defineCause<Facts>({
  code: 'proxy-auth',
  title: 'The SOCKS5 proxy does not accept our login',
  scope: 'target',
  infer(evidence) {
    const looks = seenBy(evidence, 'proxy.connect')
    for (const look of looks) {
      const { outcome, proxy } = look.saw
      const how = howOf(outcome)
      if (how !== null) {
        return {
          is: 'present',
          certainty: how === 'closed' ? 'likely' : 'certain',
          bearing: 'fault',
          facts: { proxy, how },
          because: [cite(look, said(proxy, how))],
        }
      }
    }
    const passed = looks.find(
      ({ saw: { outcome } }) => outcome.is === 'connected' || outcome.is === 'target-refused',
    )
    return passed === undefined
      ? unknown()
      : absent(cite(passed, says`the proxy ${passed.saw.proxy} let us in`))
  },
  advise: ({ proxy, how }) => ({
    title: title(proxy, how),
    explanation: says`${proxy} speaks SOCKS5 and ended the conversation before it connected us to any server. This is about the proxy's own user and password, not MongoDB's: no MongoDB server was reached.`,
    steps:
      how === 'other-method'
        ? [
            says`MongoDB drivers can log in to a proxy only with user and password (RFC 1929), or without a login. Have one of the two allowed for you, or use another proxy, such as ssh -N -D 1080 USER@GATEWAY.`,
          ]
        : [
            says`Check proxyUsername and proxyPassword in the connection string; characters such as @ : / % must be percent-encoded. Both must be given.`,
            says`Try them by hand: curl --socks5-hostname ${proxy} --proxy-user USER http://example.com, which asks for the password.`,
            says`Ask whoever runs the proxy whether the account is still valid, and allowed from this address.`,
          ],
    operator: [
      says`The proxy ${proxy}: its log at that time, the account, the addresses that it may come from, and the kinds of login that are allowed.`,
    ],
    ...(how === 'closed'
      ? { confirm: says`The proxy's log at the time of this run: a refused login, or an error of its own.` }
      : {}),
  }),
})

function howOf(outcome: ProxySighting['outcome']): How | null {
  switch (outcome.is) {
    case 'no-acceptable-method':
      return outcome.offered.includes('password') ? 'other-method' : 'wanted'
    case 'credentials-rejected':
      return 'rejected'
    case 'closed':
      return outcome.after === 'login' ? 'closed' : null
    case 'connected':
    case 'unreachable':
    case 'silent':
    case 'not-socks':
    case 'target-refused':
      return null
  }
}

function said(proxy: string, how: How): Phrase {
  switch (how) {
    case 'wanted':
      return says`the proxy ${proxy} accepts no connection without a login (method reply 0xFF)`
    case 'other-method':
      return says`the proxy ${proxy} accepts neither a password nor no login (method reply 0xFF)`
    case 'rejected':
      return says`the proxy ${proxy} rejected user and password`
    case 'closed':
      return says`the proxy ${proxy} closed the connection after the login`
  }
}

function title(proxy: string, how: How): Phrase {
  switch (how) {
    case 'wanted':
      return says`The SOCKS5 proxy ${proxy} demands a login, and none was given`
    case 'other-method':
      return says`The SOCKS5 proxy ${proxy} demands a kind of login that drivers do not have`
    case 'rejected':
      return says`The SOCKS5 proxy ${proxy} rejects the user or password given for it`
    case 'closed':
      return says`The SOCKS5 proxy ${proxy} hangs up after the login`
  }
}
