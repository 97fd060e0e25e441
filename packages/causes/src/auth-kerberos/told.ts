import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'auth-kerberos',
  title: 'The Kerberos login fails',
  shownBy: 'error-text',
  explanation: says`With GSSAPI the client gets a ticket for the server from the Kerberos KDC and shows it. No ticket of the user's own, a name of the server that the KDC does not know, and clocks that differ each end it before MongoDB has anything to judge.`,
  steps: [
    says`See whether there is a ticket: klist. If there is none or it has expired: kinit NAME@REALM, or give the process a keytab (KRB5_CLIENT_KTNAME).`,
    says`Ask for the server's ticket by hand: kvno mongodb/HOST@REALM. HOST must be the name in the connection string, and the server must have a key for it.`,
    says`If the name in DNS is another one: set SERVICE_HOST or CANONICALIZE_HOST_NAME in authMechanismProperties, or correct the reverse record.`,
    says`Compare the clocks of client, server and KDC: more than five minutes apart is refused.`,
    says`In the connection string the @ of the principal is written %40, and authSource is $external or left out.`,
  ],
  confirm: says`Run kvno mongodb/HOST@REALM as the user that the application runs as: if that fails, it is Kerberos and not MongoDB.`,
})
