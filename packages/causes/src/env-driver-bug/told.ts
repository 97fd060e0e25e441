import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'env-driver-bug',
  title: 'A known fault of one release of the driver',
  shownBy: 'error-text',
  explanation: says`A release of a driver may fail where the one before and the one after do not, with the same string, server and machine. Only comparing releases tells it.`,
  steps: [
    says`Try the newest release of the driver, then the one that was used before the trouble began; change nothing else.`,
    says`Search the driver's list of issues (jira.mongodb.org: NODE, PYTHON, GODRIVER, JAVA, CSHARP, RUST, PHPC) for the text of the error and the release.`,
    says`Where it is confirmed, pin a release without it, and write down why.`,
  ],
  confirm: says`npm install mongodb@OTHER (pip install pymongo==OTHER, go get …@OTHER) and nothing else: it works with one release and fails with the other, several times.`,
})
