import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-kerberos',
  symptoms: [
    {
      driver: 'pymongo',
      pattern: /Kerberos context failed to initialize/,
      certainty: 'certain',
      sample: 'pymongo.errors.OperationFailure: Kerberos context failed to initialize.',
    },
    {
      driver: 'any',
      pattern: /Unspecified GSS failure\.\s{1,3}Minor code may provide more information/,
      certainty: 'certain',
      sample:
        'GSSAPIError: Unspecified GSS failure.  Minor code may provide more information: No Kerberos credentials available (default cache: FILE:/tmp/krb5cc_1000)',
    },
    {
      driver: 'any',
      pattern:
        /No Kerberos credentials available|Cannot find KDC for (?:requested )?realm|Server not found in Kerberos database|Clock skew too great|KDC has no support for encryption type|Preauthentication failed|Client not found in Kerberos database/,
      certainty: 'certain',
      sample: 'Server not found in Kerberos database',
    },
    {
      driver: 'java',
      pattern: /GSSException: No valid credentials provided/,
      certainty: 'certain',
      sample:
        'Caused by: GSSException: No valid credentials provided (Mechanism level: Failed to find any Kerberos tgt)',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=GSSAPI/,
      certainty: 'likely',
      sample:
        "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=GSSAPI, userName='ada@EXAMPLE.COM', source='$external', password=<hidden>, mechanismProperties=<hidden>}",
    },
    {
      driver: 'go',
      pattern: /unable to authenticate using mechanism "GSSAPI"/,
      certainty: 'likely',
      sample:
        'auth error: sasl conversation error: unable to authenticate using mechanism "GSSAPI": (AuthenticationFailed) Authentication failed.',
    },
  ],
}
