import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'auth-restricted-origin',
  title: 'The user may not log in from this address',
  shownBy: 'server-log',
  explanation: says`A user or a role can be bound to addresses of clients or of the server (authenticationRestrictions: clientSource, serverAddress). The password is compared first and found right; then the login is refused, with the same code 18 and the same words as a wrong password. Only the server's log names the reason.`,
  steps: [
    says`Read the server's log at the time of the login for id 20240, "Failed to acquire user because of unmet authentication restrictions".`,
    says`As an administrator: db.getSiblingDB("admin").runCommand({ usersInfo: { user: "NAME", db: "admin" }, showAuthenticationRestrictions: true }); roles can carry restrictions too.`,
    says`Add the address that the server sees, which behind NAT, a proxy or a load balancer is not this machine's own: db.updateUser("NAME", { authenticationRestrictions: [{ clientSource: ["ADDRESS/32"] }] }).`,
  ],
  confirm: says`Log in with the same user and password from a machine whose address is allowed: if that works, and here it does not, it is this.`,
})
