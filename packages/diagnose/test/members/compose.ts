import type { Evidence, HelloFacts, Look, LookId, ProbeName } from '@mongowhy/core'

import { hostOf } from './place.ts'

/**
 * The evidence of a set whose members are those that were met one by one: what each look saw stays as it was, under the
 * member's own name, and every member that answers names them all. What the driver would have done is not known.
 */
export function compose(parts: readonly Evidence[]): Evidence {
  const renamed = parts.map(rename)
  const [first] = renamed
  if (first === undefined) throw new TypeError('there is nothing to compose')
  const members = renamed.map(seedOf)
  const looks = renamed.flatMap((part, index) =>
    part.looks
      .filter(({ ask }) => (index === 0 || !isOfAll(ask.probe)) && !isOfDriver(ask.probe))
      .map((look) => inSet(look, members, index)),
  )
  const uris = renamed.flatMap(({ looks: each }) => each.filter((look) => look.ask.probe === 'uri.parse'))
  return {
    ...first,
    looks: numbered(looks.map((look) => (look.ask.probe === 'uri.parse' ? together(uris) : look))),
  }
}

/** Every part was recorded as the first member alone. */
function rename(part: Evidence, index: number): Evidence {
  return JSON.parse(JSON.stringify(part).replaceAll(hostOf(0), hostOf(index))) as Evidence
}

function isOfAll(probe: ProbeName): boolean {
  return probe === 'uri.parse' || probe.startsWith('env.')
}

function isOfDriver(probe: ProbeName): boolean {
  return (
    probe.startsWith('driver.') ||
    probe.startsWith('auth.') ||
    probe.startsWith('authz.') ||
    probe === 'ops.run'
  )
}

function uriIn(look: Look | undefined): { readonly hosts: readonly { host: string; port: number | null }[] } {
  return (look as object as { saw: { hosts: { host: string; port: number | null }[] } }).saw
}

function seedOf({ looks }: Evidence): string {
  const [seed] = uriIn(looks.find(({ ask }) => ask.probe === 'uri.parse')).hosts
  return `${seed?.host ?? ''}:${seed?.port ?? ''}`
}

function together(uris: readonly Look[]): Look {
  const hosts = uris.flatMap((look) => uriIn(look).hosts)
  return Object.assign({}, uris[0], { saw: { ...uriIn(uris[0]), hosts } }) as Look
}

function inSet(look: Look, members: readonly string[], index: number): Look {
  if (look.ask.probe !== 'wire.hello' || look.status !== 'seen') return look
  const { saw } = look as object as { saw: { outcome: { is: string; hello?: HelloFacts } } }
  const { hello } = saw.outcome
  if (hello === undefined || hello.setName === null) return look
  const role = hello.role === 'primary' && index > 0 ? 'secondary' : hello.role
  const named = { ...hello, role, hosts: members, primary: members[0] ?? null }
  return Object.assign({}, look, { saw: { ...saw, outcome: { ...saw.outcome, hello: named } } }) as Look
}

function numbered(looks: readonly Look[]): readonly Look[] {
  const counts = new Map<string, number>()
  return looks.map((look) => {
    const count = (counts.get(look.ask.probe) ?? 0) + 1
    counts.set(look.ask.probe, count)
    return Object.assign({}, look, { id: `${look.ask.probe}#${count}` satisfies LookId }) as Look
  })
}
