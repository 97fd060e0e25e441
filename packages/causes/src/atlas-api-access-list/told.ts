import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'atlas-api-access-list',
  title: 'The access list of the Atlas API is meant, not that of the project',
  shownBy: 'error-text',
  explanation: says`Atlas has two lists. The project's decides who may connect to clusters. Each API key, and the organisation, has another for calls to cloud.mongodb.com. A refused call to the API says nothing about connections to the database, and the other way round.`,
  steps: [
    says`Add the address of the machine that calls the API to the key: Organization (or Project) Access Manager, Applications, API keys, the key, Access List.`,
    says`If the call comes from a pipeline: its runner's addresses change; use a runner with a fixed way out, or a service account with a list that fits.`,
    says`For connections to clusters nothing has to be changed there.`,
  ],
  confirm: says`Look at where the error comes from: an HTTP status 403 from cloud.mongodb.com is the API's list; a failure at port 27017 is not.`,
})
