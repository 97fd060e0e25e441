import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'server-avx-missing',
  symptoms: [
    {
      driver: 'any',
      pattern: /MongoDB 5\.0\+ requires a CPU with AVX support/,
      certainty: 'certain',
      sample:
        'WARNING: MongoDB 5.0+ requires a CPU with AVX support, and your current system does not appear to have that!',
    },
    {
      driver: 'any',
      pattern: /Illegal instruction(?: \(core dumped\))?/,
      certainty: 'likely',
      sample:
        '/usr/local/bin/docker-entrypoint.sh: line 416:    28 Illegal instruction     (core dumped) "${mongodHackedArgs[@]}" --fork',
    },
    {
      driver: 'any',
      pattern:
        /status=4\/ILL|code=(?:killed|dumped), (?:signal|status)=4\/ILL|[Ee]xited? (?:\(132\)|with code 132)/,
      certainty: 'likely',
      sample: 'mongod.service: Main process exited, code=dumped, status=4/ILL',
    },
    {
      driver: 'any',
      pattern: /requires ARMv8\.2-A or higher/,
      certainty: 'certain',
      sample:
        'WARNING: MongoDB requires ARMv8.2-A or higher, and your current system does not appear to implement any of the common features for that!',
    },
  ],
}
