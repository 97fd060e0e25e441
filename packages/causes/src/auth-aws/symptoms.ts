import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-aws',
  symptoms: [
    {
      driver: 'node',
      pattern: /Could not obtain temporary MONGODB-AWS credentials/,
      certainty: 'certain',
      sample: 'MongoMissingCredentialsError: Could not obtain temporary MONGODB-AWS credentials',
    },
    {
      driver: 'any',
      pattern: /user arn:aws[\w-]{0,10}:(?:iam|sts)::\d{12}:\S{1,200} is not found/,
      certainty: 'certain',
      sample: 'MongoServerError: bad auth : user arn:aws:iam::123456789012:role/app is not found',
    },
    {
      driver: 'any',
      pattern: /aws STS call has response \d{3}/,
      certainty: 'certain',
      sample: 'MongoServerError: bad auth : aws STS call has response 403',
    },
    {
      driver: 'any',
      pattern: /169\.254\.169\.254[^\n]{0,120}(?:timed out|ETIMEDOUT|i\/o timeout|refused)/,
      certainty: 'likely',
      sample:
        "HTTPConnectionPool(host='169.254.169.254', port=80): Max retries exceeded with url: /latest/api/token (Caused by ConnectTimeoutError: timed out)",
    },
    {
      driver: 'pymongo',
      pattern: /temporary MONGODB-AWS credentials could not be obtained/,
      certainty: 'certain',
      sample:
        'pymongo.errors.OperationFailure: temporary MONGODB-AWS credentials could not be obtained, error: Unable to locate credentials',
    },
    {
      driver: 'go',
      pattern: /unable to authenticate using mechanism "MONGODB-AWS"/,
      certainty: 'likely',
      sample:
        'auth error: sasl conversation error: unable to authenticate using mechanism "MONGODB-AWS": (AtlasError) bad auth : authentication failed',
    },
    {
      driver: 'java',
      pattern: /Exception authenticating MongoCredential\{mechanism=MONGODB-AWS/,
      certainty: 'likely',
      sample:
        "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism=MONGODB-AWS, userName='null', source='$external', password=<hidden>, mechanismProperties=<hidden>}",
    },
  ],
}
