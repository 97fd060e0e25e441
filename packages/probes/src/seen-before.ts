import type { Endpoint, ProbeName, SeenLook } from '@mongowhy/core'

import type { ProbeContext } from './context.ts'

/** What one probe saw of an endpoint in this diagnosis so far, in experiments too. */
export function seenBefore<P extends ProbeName>(
  { recorder }: ProbeContext,
  probe: P,
  endpoint: Endpoint | null,
): readonly SeenLook<P>[] {
  const found = recorder
    .looks()
    .filter(({ status, ask }) => status === 'seen' && ask.probe === probe && ask.endpoint === endpoint)
  // A union cannot be narrowed by a generic key; the filter above makes it true.
  return found as readonly object[] as readonly SeenLook<P>[]
}
