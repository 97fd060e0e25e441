import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'atlas-wrong-endpoint',
  confirm: `Look at the host: \`.a.query.mongodb.net\` (Data Federation, SQL) and \`atlas-stream-\` are not clusters; copy the cluster's own string.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /\.a\.query\.mongodb\.net|atlas-stream-[\w-]{3,80}|atlas-sql-[\w-]{3,80}|data\.mongodb-api\.com|federateddatabase\w{0,20}|atlas-online-archive|\.query\.mongodb\.net/i,
      certainty: 'likely',
      weight: 5,
      sample:
        'mongodb://ada@federateddatabaseinstance0-ab1cd.a.query.mongodb.net/?ssl=true MongoServerError: command insert is not supported',
    },
    {
      driver: 'any',
      pattern:
        /(?:CommandNotFound\)?:?|no such command:?) '?(?:no such command: ')?(?:find|insert|aggregate|ping|hello)\b/,
      certainty: 'possible',
      weight: 3,
      sample: '(CommandNotFound) no such command: find',
    },
  ],
}
