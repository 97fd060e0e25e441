import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'auth-aws',
  confirm: `Ask who this process is (\`aws sts get-caller-identity\`) and compare the ARN with the database user's; for IMDS see the hop limit (2 for containers).`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /Could not obtain temporary MONGODB-AWS credentials|aws STS call has (?:response|returned)|bad auth ?: ?(?:user )?arn:aws|user arn:aws[\w:/.-]{1,200} is not found|arn:aws[^\n]{1,220}(?:not found|not authorized|is not)|MongoMissingCredentialsError[^\n]{0,80}AWS|temporary MONGODB-AWS credentials|mechanism "?MONGODB-AWS"?[^\n]{0,80}(?:fail\w{0,2}|error|unable|could not|not found)|mechanism=MONGODB-AWS/i,
      certainty: 'certain',
      weight: 4,
      sample: 'MongoServerError: bad auth : aws STS call has response 403',
    },
    {
      driver: 'any',
      pattern: 'host:metadata-service',
      certainty: 'likely',
      weight: 4,
      sample: 'connect ETIMEDOUT 169.254.169.254:80 MONGODB-AWS',
    },
    {
      driver: 'any',
      pattern: /169\.254\.(?:169\.254|170\.2)[^\n]{0,120}(?:timed? ?out|ECONN|refused|unreachable|fail)/i,
      certainty: 'likely',
      weight: 3,
      sample: 'Connection to 169.254.169.254 timed out after 10000 ms',
    },
    {
      driver: 'any',
      pattern:
        /Unable to (?:load|locate) (?:AWS )?credentials|Could not load credentials from any providers|CredentialsProviderError|security token included in the request is (?:invalid|expired)|No AWS credentials|STS (?:GetCallerIdentity|request)/i,
      certainty: 'likely',
      weight: 3,
      sample: 'MongoServerError: CredentialsProviderError: Could not load credentials from any providers',
    },
    {
      driver: 'java',
      pattern: /(?:from|to) endpoint http:\/\/169\.254\.(?:169\.254|170\.2)/,
      certainty: 'likely',
      weight: 4,
      sample:
        'com.mongodb.MongoClientException: Unexpected IOException from endpoint http://169.254.169.254/latest/api/token.',
    },
    {
      driver: 'any',
      pattern:
        /username without (?:a )?password is (?:not supported by|invalid for) MONGODB-AWS|(?:password|token) without username[^\n]{0,20} is invalid for MONGODB-AWS|\bACCESS_KEY_ID is set, but SECRET_ACCESS_KEY is missing|\bSECRET_ACCESS_KEY is set, but ACCESS_KEY_ID is missing|AWS_(?:WEB_IDENTITY_TOKEN_FILE|ROLE_ARN|SESSION_TOKEN|CONTAINER_CREDENTIALS_RELATIVE_URI)[^\n]{0,60}(?:is|are) missing|failed to retrieve (?:EC2|ECS) keys|unable to retrieve (?:role_name|token) from EC2 metadata|invalid STS host|sts host (?:cannot|must)|AWS_SESSION_TOKEN cannot be provided when using MONGODB-AWS/,
      certainty: 'certain',
      weight: 1,
      sample: 'username without a password is not supported by MONGODB-AWS',
    },
    {
      driver: 'java',
      pattern:
        /(?:secretAccessKey|accessKeyId|sessionToken) is required for AWS credential|Unable to obtain AWS credential from the environment|AWS_CREDENTIAL_PROVIDER_KEY must return/,
      certainty: 'certain',
      weight: 1,
      sample: 'com.mongodb.MongoClientException: Unable to obtain AWS credential from the environment',
    },
  ],
}
