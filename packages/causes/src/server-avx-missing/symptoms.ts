import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: 'server-avx-missing',
  confirm:
    '`grep -c avx /proc/cpuinfo` on the machine that runs mongod: 0 settles it; choose a CPU type that passes AVX on (host), or MongoDB 4.4.',
  symptoms: [
    {
      driver: 'any',
      pattern:
        /MongoDB 5\.0\+ requires a CPU with AVX support|requires a CPU with AVX|does not appear to have AVX/i,
      certainty: 'certain',
      weight: 4,
      sample:
        'WARNING: MongoDB 5.0+ requires a CPU with AVX support, and your current system does not appear to have that!',
    },
    {
      driver: 'any',
      pattern: 'exit:132',
      certainty: 'likely',
      weight: 4,
      sample: 'mongo exited with code 132',
    },
    {
      driver: 'any',
      pattern:
        /Illegal instruction|code=(?:killed|dumped), (?:status|signal)=4\/?ILL|SIGILL|signal: (?:illegal instruction|4)|ARMv8\.2|requires ARMv8\.2-A/i,
      certainty: 'likely',
      weight: 3,
      sample: 'mongod.service: Main process exited, code=dumped, status=4/ILL',
    },
  ],
}
