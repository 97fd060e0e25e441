import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-kerberos',
  confirm:
    '`klist` for a ticket, then `kvno mongodb/HOST` with the canonical name of the host: the answer names what is missing.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Kerberos context failed to initialize|GSSAPI[^\n]{0,60}(?:[Ff]ailure|Error: Unspecified)|GSS failure|GSSException|Unspecified GSS failure|No Kerberos credentials|KRB5\w{3,40}|Server not found in Kerberos database|No credentials cache found|Cannot (?:find|contact any) KDC|Clock skew too great/i,
      unless: [/module must be installed|Optional module|\bHTTP\/[\w.-]{1,200}/],
      certainty: 'certain',
      weight: 3,
      sample: 'pymongo.errors.OperationFailure: Kerberos context failed to initialize.',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=GSSAPI/,
      certainty: 'likely',
      weight: 3,
      sample: `com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=GSSAPI, userName='ada@EXAMPLE.COM', source='$external', password=<hidden>, mechanismProperties=<hidden>}`,
    },
    {
      driver: 'any',
      pattern: /mechanism "?GSSAPI"?[^\n]{0,80}(?:fail\w{0,2}|AuthenticationFailed)/,
      certainty: 'likely',
      weight: 2,
      sample:
        'unable to authenticate using mechanism "GSSAPI": (AuthenticationFailed) Authentication failed.',
    },
    {
      driver: 'any',
      pattern:
        /LoginException|SSPI[^\n]{0,60}(?:fail\w{0,2}|error)|kinit|Server principal|Ticket expired|SPN\b[^\n]{0,60}(?:not|unknown|wrong)|krb5[^\n]{0,60}(?:fail\w{0,2}|error|not)/i,
      with: [/GSSAPI|kerberos|krb5|SPN|SSPI|kinit/i],
      unless: [/module must be installed|Optional module|\bHTTP\/[\w.-]{1,200}/],
      certainty: 'likely',
      weight: 4,
      sample:
        'javax.security.auth.login.LoginException: Unable to obtain password from user (MongoCredential GSSAPI)',
    },
    {
      driver: 'java',
      pattern:
        /does not support the GSSAPI SASL mechanism|No platform support for GSSAPI mechanism|Exception initializing GSSAPI credentials|Unable to canonicalize host name/,
      certainty: 'likely',
      weight: 1,
      sample: 'com.mongodb.MongoSecurityException: This JDK does not support the GSSAPI SASL mechanism',
    },
  ],
}
