import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-ldap',
  symptoms: [
    {
      driver: 'any',
      pattern: /LDAPRoleAcquisitionError|Failed to acquire LDAP group membership/,
      certainty: 'certain',
      sample: 'MongoServerError: Failed to acquire LDAP group membership. (LDAPRoleAcquisitionError)',
    },
    {
      driver: 'any',
      pattern: /LDAP bind failed|Failed to bind to LDAP server|Failed to authenticate .{1,200} using LDAP/,
      certainty: 'certain',
      sample:
        'Failed to bind to LDAP server at default: Invalid credentials. Bind parameters: BindOptions {BindDN: cn=admin}',
    },
    {
      driver: 'any',
      pattern: /LDAP Operation .{1,60} failed.{0,40}Can't contact LDAP server/,
      certainty: 'certain',
      sample:
        'LDAP Operation <ldap_sasl_bind_s>, "failed to bind to LDAP server", failed\'. (-1/Can\'t contact LDAP server)',
    },
    {
      driver: 'go',
      pattern: /unable to authenticate using mechanism "PLAIN": \((?:AuthenticationFailed|AtlasError)\)/,
      certainty: 'likely',
      sample:
        'auth error: sasl conversation error: unable to authenticate using mechanism "PLAIN": (AuthenticationFailed) Authentication failed.',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=PLAIN/,
      certainty: 'likely',
      sample:
        "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=PLAIN, userName='ada', source='$external', password=<hidden>, mechanismProperties=<hidden>}",
    },
  ],
}
