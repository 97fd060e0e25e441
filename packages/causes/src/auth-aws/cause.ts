import { absent, defineCause, says, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

import { chosenMechanism, loginEnd } from '../kit/login.ts'
import { foreignProduct } from '../kit/product.ts'
import { isAtlas } from '../kit/session.ts'

type Facts =
  | { readonly what: 'no-credentials'; readonly driver: string }
  | { readonly what: 'refused'; readonly atlas: boolean }

export const cause: Cause = defineCause<Facts>({
  code: 'auth-aws',
  title: 'The login with an AWS identity fails',
  scope: 'target',
  refines: ['auth-rejected'],
  explains: ['auth-not-provided', 'authz-missing-role'],
  infer: (evidence) => {
    if (chosenMechanism(evidence) !== 'MONGODB-AWS') return unknown()
    const end = loginEnd(evidence)
    if (end === null || end.is === 'none') return unknown()
    if (end.is === 'in') return absent(end.said)
    if (end.is === 'given-up') {
      if (!end.byItself) return unknown()
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { what: 'no-credentials', driver: end.error.message },
        because: [end.said],
      }
    }
    if (end.about !== 'credentials') return absent(end.said)
    // Others than MongoDB answer with the same code where they lack the mechanism.
    if (foreignProduct(evidence) !== null) return unknown()
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { what: 'refused', atlas: isAtlas(end.error) },
      because: [end.said],
    }
  },
  advise: (facts) =>
    facts.what === 'no-credentials'
      ? {
          title: says`No AWS credentials could be obtained for the login`,
          explanation: says`With MONGODB-AWS the driver asks the AWS SDK for credentials of this machine's role, profile or environment. It got none, and the server was never asked: ${facts.driver}`,
          steps: [
            says`On this very machine or container: aws sts get-caller-identity. It must print the role that the cluster knows.`,
            says`On EC2 in a container: the metadata service answers only so many hops away; set HttpPutResponseHopLimit to 2.`,
            says`On EKS: the service account must carry the role (AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN are set in the pod), and sts.REGION.amazonaws.com must be reachable.`,
            says`On ECS: the role belongs to the task (taskRoleArn), not to the execution.`,
          ],
        }
      : {
          title: says`The server refuses the AWS identity`,
          explanation: says`Credentials were obtained and a signed question was sent; the server asked AWS who that is. Either AWS did not accept the signature, or the cluster has no user for the ARN that it named.`,
          steps: [
            says`See who this machine is: aws sts get-caller-identity. For a role the user must be arn:aws:iam::ACCOUNT:role/NAME, without the session's name that the answer has.`,
            facts.atlas
              ? says`In Atlas: Security, Database Access. The user's method must be AWS IAM, its type (user or role) and ARN those of above.`
              : says`On the server: db.getSiblingDB("$external").runCommand({ usersInfo: 1 }) must list that ARN.`,
            says`Temporary credentials end: those of a file or an environment variable may be out of date (AWS_SESSION_TOKEN belongs with them).`,
            says`Compare the clock: AWS refuses signatures that are five minutes off.`,
          ],
          confirm: says`The server's log at the time of the login (component ACCESS) names the ARN, or the answer of AWS.`,
        },
})
