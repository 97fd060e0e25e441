import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-ldap',
  confirm: `Try the same login against the LDAP server itself (\`ldapwhoami -x -D … -W\`), and see in the server's log what the bind answered.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /LDAPRoleAcquisitionError|LDAP[^\n]{0,160}(?:fail\w{0,2}|error|unreachable|denied|timed? ?out|invalid|bind|unavailable|refused|not)|Failed to bind to LDAP|saslauthd[^\n]{0,80}|PLAIN[^\n]{0,60}(?:saslauthd|LDAP)|SASL\(-1[36]\)|ldap_(?:bind|start_tls|simple_bind|sasl)\w{0,12}[^\n]{0,60}/i,
      with: [/mongo|PLAIN|LDAP|SASL/i],
      certainty: 'likely',
      weight: 5,
      sample: 'AuthenticationFailed: LDAP bind failed with error: Invalid credentials',
    },
    {
      driver: 'any',
      pattern: 'server:404',
      certainty: 'certain',
      weight: 3,
      sample: 'LDAPRoleAcquisitionError code: 404',
    },
    {
      driver: 'any',
      pattern:
        /mechanism "?PLAIN"?[^\n]{0,60}(?:fail\w{0,2}|AuthenticationFailed|Authentication failed)|mechanism=PLAIN|MongoCredential\{mechanism=PLAIN/,
      unless: [/which is (?:not enabled|unknown)/],
      certainty: 'likely',
      weight: 3,
      sample: 'unable to authenticate using mechanism "PLAIN": (AuthenticationFailed) Authentication failed.',
    },
  ],
}
