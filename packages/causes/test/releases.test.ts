import { phraseText } from '@mongowhy/core'
import { expect, test } from 'vitest'

import { cause } from '../src/wire-server-too-old/cause.ts'
import { plainTowards, replied } from '../src/kit/server-case.ts'
import { standaloneHello } from '../src/kit/tls-case.ts'

const at = 'a:27017'

// The server's wire_version.h, and the wire version that each release's hello ends with.
test.each([
  [6, '3.6'],
  [7, '4.0'],
  [8, '4.2'],
])('wire version %d is called MongoDB %s', (maxWireVersion, release) => {
  const evidence = replied(plainTowards(['a']), at, { ...standaloneHello, maxWireVersion }).build()
  const finding = cause.find(evidence, at)
  if (finding.is !== 'present') throw new Error('it was not found')
  expect(phraseText(finding.advice.explanation)).toContain(
    `wire version ${maxWireVersion} at most, as MongoDB ${release} does`,
  )
})
