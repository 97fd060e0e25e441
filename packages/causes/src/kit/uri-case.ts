import { parseTarget } from '@mongowhy/core'
import type { DriverReading } from '@mongowhy/core'

import { evidence } from './evidence.ts'
import type { EvidenceBuilder } from './evidence.ts'

/** Evidence that begins with a connection string as our own parser reads it. */
export function given(text: string, readings: readonly DriverReading[] = []): EvidenceBuilder {
  return evidence().saw('uri.parse', null, {}, { ...parseTarget(text).uri, readings })
}

/** A password that stands nowhere else. */
export const casePassword = 'canary'
