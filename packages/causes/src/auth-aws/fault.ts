import { serveMongo } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

const sdk = '@aws-sdk/credential-providers'

export const fault: Fault = defineFault({
  code: 'auth-aws',
  summary: 'an AWS identity that the server has no user for',
  certainty: 'certain',
  unavailable: async () =>
    import(sdk).then(
      () => null,
      () => `the driver makes AWS logins only where ${sdk} is installed`,
    ),
  async start() {
    const served = await serveMongo({
      requireAuth: true,
      authenticationMechanisms: ['SCRAM-SHA-256', 'MONGODB-AWS'],
    })
    return {
      uri: `mongodb://${served.host}:${served.port}/?authMechanism=MONGODB-AWS`,
      options: {
        driverOptions: {
          // So that no metadata service is asked, and nobody's own credentials are used.
          authMechanismProperties: {
            AWS_CREDENTIAL_PROVIDER: () =>
              Promise.resolve({ accessKeyId: 'AKIALAB', secretAccessKey: canary }),
          },
        },
      },
      stop: () => served.stop(),
    }
  },
})
