import type { UriSighting } from '@mongowhy/core'

import type { ProbeContext } from '../context.ts'
import { askDriver } from './driver.ts'
import { readingsByRule } from './readings.ts'

/**
 * What the connection string says, and what drivers make of it. Loading the official driver costs some 110 ms, so it is
 * asked only where our own reading found a fault: a string without one is put to it by the `driver.connect` look anyway.
 */
export async function lookUri(ctx: Pick<ProbeContext, 'target'>): Promise<UriSighting> {
  const { target } = ctx
  if (target.uri.faults.length === 0) return { ...target.uri, readings: readingsByRule(target.uri) }
  const node = await askDriver(target)
  return { ...target.uri, readings: [...(node === null ? [] : [node]), ...readingsByRule(target.uri)] }
}
