import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'uri-tls-file-missing',
  symptoms: [
    {
      driver: 'node',
      pattern: /ENOENT: no such file or directory, open '[^']{1,400}\.(?:pem|crt|cer|key|ca|bundle)'/,
      certainty: 'certain',
      sample: `Error: ENOENT: no such file or directory, open '/etc/ssl/mongodb/ca.pem'`,
    },
    {
      driver: 'pymongo',
      pattern: /FileNotFoundError: \[Errno 2\] No such file or directory/,
      certainty: 'possible',
      sample: `FileNotFoundError: [Errno 2] No such file or directory`,
    },
    {
      driver: 'pymongo',
      pattern: /ConfigurationError: \w*[cC]ert\w* .{0,200}No such file or directory/,
      certainty: 'likely',
      sample: `pymongo.errors.ConfigurationError: certfile could not be opened: No such file or directory`,
    },
    {
      driver: 'go',
      pattern: /open [^\s:]{1,400}: no such file or directory/,
      certainty: 'likely',
      sample: `error parsing uri: open /etc/ssl/mongodb/ca.pem: no such file or directory`,
    },
  ],
}
