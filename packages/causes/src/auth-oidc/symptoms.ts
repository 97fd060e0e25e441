import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-oidc',
  confirm: `Decode the token's claims (iss, aud, exp) without sending it anywhere and compare them with the provider's entry at the server; then see that the host is in ALLOWED_HOSTS.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /ENVIRONMENT[^\n]{0,40}OIDC_CALLBACK|not (?:in|match\w{0,3})[^\n]{0,30}(?:authOIDCAllowedHosts|ALLOWED_HOSTS)|authOIDCAllowedHosts|is not valid for OIDC|mechanism=MONGODB-OIDC|mechanism "MONGODB-OIDC"|OIDC callbacks must return|InvalidJWT|ReauthenticationRequired|BadValue: (?:Invalid|Token) (?:audience|issuer)|Unable to open the provided URL[^\n]{0,40}OIDC/i,
      certainty: 'certain',
      weight: 4,
      sample:
        'MongoInvalidArgumentError: Either a ENVIRONMENT, OIDC_CALLBACK, or OIDC_HUMAN_CALLBACK must be specified.',
    },
    {
      driver: 'any',
      pattern:
        /OIDC (?:callback|authentication|token|provider|workflow|auth)[^\n]{0,120}(?:timed out|fail\w{0,2}|error|invalid|missing|not (?:supported|valid|allowed)|must)/i,
      // An application may have a login by OIDC of its own.
      with: [
        /MONGODB-OIDC|Mongo\w{0,30}(?:Error|Exception)|com\.mongodb|pymongo\.|\bsasl|authMechanism|server selection|AuthenticationFailed|mongod\b/i,
      ],
      unless: [/https:\/\/[^\s"']{1,200}\/realms\/|passport|openid-client|next-auth/i],
      certainty: 'certain',
      weight: 4,
      sample: 'MongoOIDCError: OIDC callback timed out after 60000ms',
    },
    {
      driver: 'any',
      pattern: 'server:391',
      certainty: 'certain',
      weight: 3,
      sample: 'code: 391',
    },
    {
      driver: 'any',
      pattern: 'server:392',
      certainty: 'certain',
      weight: 3,
      sample: 'code: 392',
    },
    {
      driver: 'any',
      pattern:
        /ENOENT[^\n]{0,60}\/var\/run\/secrets\/[\w/.-]{5,100}token|Unsupported authMechanism: MONGODB-OIDC/,
      certainty: 'likely',
      weight: 4,
      sample: `Error: ENOENT: no such file or directory, open '/var/run/secrets/kubernetes.io/serviceaccount/token`,
    },
    {
      driver: 'any',
      pattern: /error reading OIDC token/,
      certainty: 'certain',
      weight: 4,
      sample:
        'connection() error occurred during connection handshake: auth error: error reading OIDC token from "/var/run/secrets/kubernetes.io/serviceaccount/token"',
    },
    {
      driver: 'any',
      pattern:
        /JWT[^\n]{0,60}(?:expired|invalid|audience|issuer|signature)|OIDC[_ ](?:CALLBACK|HUMAN_CALLBACK)|TOKEN_RESOURCE/i,
      with: [/OIDC|mongo/i],
      unless: [
        /TokenExpiredError|JsonWebTokenError|jsonwebtoken|passport|jwt\.exceptions|ExpiredSignatureError/,
      ],
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: JWT audience is invalid (MONGODB-OIDC)',
    },
    {
      driver: 'any',
      pattern:
        /no callback or (?:environment|mechanism properties)[^\n]{0,20} (?:configured|provided) for OIDC|OIDC_TOKEN_FILE must be set|The Connection address is not in the allowed list of hosts|Could not load workflow for environment|unable to retrieve (?:Azure|GCP) credentials|[Ff]ailed to get access token from (?:Azure|GCP)|ALLOWED_HOSTS[^\n]{0,40}(?:not allowed|cannot be specified) in the (?:URI )?connection string|ENVIRONMENT for MONGODB-OIDC|MONGODB-OIDC with an "?\w{2,10}"? provider requires|(?:OIDCMachineCallback|OIDCHumanCallback) cannot be specified|OIDC human flow only supports/,
      certainty: 'certain',
      weight: 1,
      sample: 'no callback or environment configured for OIDC authentication',
    },
    {
      driver: 'rust',
      pattern: /MONGODB-OIDC failure: no callbacks supplied/,
      certainty: 'certain',
      weight: 1,
      sample:
        'Error { kind: Authentication { message: "MONGODB-OIDC failure: no callbacks supplied" }, labels: {} }',
    },
    {
      driver: 'java',
      pattern:
        /(?:TOKEN_RESOURCE|ENVIRONMENT|OIDC_(?:HUMAN_)?CALLBACK) must (?:not )?be (?:provided|specified|a String|one of)|ALLOWED_HOSTS must be specified only|user name must not be specified when ENVIRONMENT|Refresh token must only be provided in human workflow/,
      certainty: 'certain',
      weight: 1,
      sample:
        'java.lang.IllegalArgumentException: TOKEN_RESOURCE must be provided if and only if ENVIRONMENT [azure, gcp] is specified',
    },
  ],
}
