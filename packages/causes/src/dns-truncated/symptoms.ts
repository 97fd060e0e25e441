import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'dns-truncated',
  confirm: 'Ask for the record over TCP (`dig +tcp`): UDP cut (TC) and TCP refused or silent settles it.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /(?:truncated|\bTC\b (?:bit|flag))[^\n]{0,120}(?:DNS|UDP|TCP|SRV|answer|response|message)|(?:DNS|UDP|SRV|answer|response|message)[^\n]{0,80}truncated/i,
      certainty: 'likely',
      weight: 3,
      sample:
        'dns.message.Truncated: The DNS message is truncated (TC) and TCP port 53 is closed: _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'any',
      pattern:
        /answered[^\n]{0,60}TCP port 53|Do53:[^\n]{0,40}TCP[^\n]{0,60}(?:timed out|refused)|\bdial tcp [\d.]{7,15}:53: [^\n]{0,60}(?:refused|timeout)|lookup [^\n]{0,200}read tcp [^\n]{0,80}:53/,
      certainty: 'likely',
      weight: 2,
      sample:
        'lookup _mongodb._tcp.cluster0.ab1cd.mongodb.net on 10.0.0.1:53: dial tcp 10.0.0.1:53: connect: connection refused',
    },
    {
      driver: 'any',
      pattern: /query(?:Srv|Txt) (?:EBADRESP|ETIMEOUT)/,
      certainty: 'possible',
      weight: 2,
      sample: 'Error: querySrv EBADRESP _mongodb._tcp.cluster0.ab1cd.mongodb.net',
    },
    {
      driver: 'go',
      pattern: /cannot unmarshal DNS message/,
      certainty: 'possible',
      sample: 'cannot unmarshal DNS message',
    },
    {
      driver: 'go',
      pattern: /lookup _mongodb\._tcp\.[\w.-]{1,200} on [\d.:[\]a-f]{2,45}:53: EOF/,
      certainty: 'likely',
      weight: 2,
      sample: 'error parsing uri: lookup _mongodb._tcp.cluster0.lab.test on 127.77.230.150:53: EOF',
    },
    {
      driver: 'ruby',
      // The question was asked again over TCP, and that connection ended without an answer.
      pattern: /resolv\.rb:\d{1,5}:in [`']recv_reply': undefined method [`']unpack' for nil/,
      certainty: 'likely',
      weight: 4,
      sample:
        "/usr/lib/ruby/3.1.0/resolv.rb:898:in `recv_reply': undefined method `unpack' for nil:NilClass (NoMethodError) Mongo::URI",
    },
  ],
}
