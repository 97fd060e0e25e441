import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'wire-server-too-new',
  confirm: `Compare the server's version with the driver's compatibility table and take the newer driver.`,
  symptoms: [
    {
      driver: 'any',
      pattern:
        /requires wire version \d{1,3}, but this version of [\w.+ -]{2,30} only supports up to \d{1,3}(?![^\n]{0,40}too old)/,
      certainty: 'likely',
      weight: 4,
      sample:
        'Server at db.test:27017 requires wire version 17, but this version of PyMongo only supports up to 13.',
    },
    {
      driver: 'any',
      pattern:
        /reports minimum wire version \d{1,3}, but this version|server is too new|minimum wire version[^\n]{0,80}(?:greater|higher|exceeds)/i,
      certainty: 'certain',
      weight: 3,
      sample:
        'MongoCompatibilityError: Server at 127.0.0.1:27017 reports minimum wire version 30, but this version of the Node.js Driver requires at most 25 (MongoDB 8.0)',
    },
    {
      driver: 'any',
      pattern: /Unsupported OP_QUERY command|UnsupportedOpQueryCommand/,
      certainty: 'possible',
      weight: 3,
      sample:
        'MongoServerError: Unsupported OP_QUERY command: find. The client driver may require an upgrade.',
    },
    {
      driver: 'ruby',
      pattern: /requires wire version \(\d{1,3}\), but this version of the Ruby driver only supports up to/,
      certainty: 'certain',
      sample:
        'Server at (127.0.0.1:38919) requires wire version (40), but this version of the Ruby driver only supports up to (6). (Mongo::Error::UnsupportedFeatures)',
    },
  ],
}
