import { looksOf, says, seenBy, together } from '@mongowhy/core'
import type { BuildSighting, Endpoint, Evidence, HelloSighting, Phrase, StageLine } from '@mongowhy/core'
import { answered, effective } from '@mongowhy/causes/kit'

import { line, longest, skipped, split } from './line.ts'

/** The wire protocol at one endpoint. */
export function wireLine(evidence: Evidence, at: Endpoint): readonly StageLine[] {
  const wanted = effective(evidence)?.tls === true ? 'tls' : 'plain'
  const looks = looksOf(evidence, 'wire.hello', at).filter(({ ask }) => ask.vary.transport === wanted)
  const { seen, reason, broken } = split(looks)
  const reply = seen.find(({ saw }) => saw.outcome.is === 'reply')
  const shown = reply ?? seen[0]
  if (shown !== undefined) {
    const build = seenBy(evidence, 'wire.build', at).find(({ saw }) => saw.outcome.is === 'reply')
    const summary = together(helloText(shown.saw), build === undefined ? says`` : versionText(build.saw))
    return [line('wire', at, reply === undefined ? 'failed' : 'ok', longest(seen), summary)]
  }
  if (reason !== null) return [skipped('wire', at, reason)]
  return broken === null ? [] : [line('wire', at, 'failed', 0, says`our own look failed: ${broken}`)]
}

function versionText(build: BuildSighting): Phrase {
  if (build.outcome.is !== 'reply') return says``
  const { version, product } = build.outcome
  return product.is === 'other' ? says`, ${product.name} ${version}` : says`, version ${version}`
}

function helloText({ outcome }: HelloSighting): Phrase {
  switch (outcome.is) {
    case 'reply': {
      const { role, setName, maxWireVersion } = outcome.hello
      const of = setName === null ? says`` : says`of ${setName}`
      return together(says`${role}`, of, says`(wire version ${maxWireVersion})`)
    }
    case 'error':
      return says`error ${outcome.code ?? ''}: ${outcome.message}`
    case 'silent':
      return says`no answer to hello`
    case 'closed':
      return says`closed without an answer to hello`
    case 'reset':
      return says`reset without an answer to hello`
    case 'not-mongodb':
      return says`not MongoDB (${outcome.protocol})`
    case 'malformed':
      return says`the answer cannot be read: ${outcome.detail}`
  }
}

/** What the members say of the set together. */
export function topologyLine(evidence: Evidence): readonly StageLine[] {
  const replies = seenBy(evidence, 'wire.hello').filter(({ saw }) => saw.outcome.is === 'reply')
  const first = answered(evidence, null)
  if (first === undefined) return []
  const roles = new Map<string, string>()
  for (const { ask, saw } of replies) {
    if (saw.outcome.is === 'reply' && ask.endpoint !== null) roles.set(ask.endpoint, saw.outcome.hello.role)
  }
  const count = (role: string): number => [...roles.values()].filter((each) => each === role).length
  const single = ['standalone', 'mongos', 'load-balanced'].includes(first.hello.role)
  const primary = [...roles].find(([, role]) => role === 'primary')?.[0]
  const took = longest(replies)
  if (single) return [line('topology', null, 'ok', took, says`${first.hello.role}`)]
  const set = first.hello.setName === null ? says`no set name` : says`set ${first.hello.setName}`
  const head = primary === undefined ? says`no primary seen` : says`primary ${primary}`
  const tail = says`${counted(count('secondary'), 'secondary', 'secondaries')}, ${counted(roles.size, 'member', 'members')} answered`
  return [
    line(
      'topology',
      null,
      primary === undefined ? 'degraded' : 'ok',
      took,
      together(set, says`:`, head, says`,`, tail),
    ),
  ]
}

/** Login, rights and operations, as the official driver met them. */
export function sessionLines(evidence: Evidence): readonly StageLine[] {
  return [...loginLine(evidence), ...privilegesLine(evidence), ...operationLines(evidence)]
}

function loginLine(evidence: Evidence): readonly StageLine[] {
  const look = looksOf(evidence, 'auth.login')[0]
  if (look === undefined) return []
  if (look.status === 'skipped') return [skipped('auth', null, look.reason)]
  if (look.status === 'broken') return [line('auth', null, 'failed', look.tookMs, says`${look.error}`)]
  const { outcome, mechanism, authSource } = look.saw
  switch (outcome.is) {
    case 'logged-in':
      return [
        line(
          'auth',
          null,
          'ok',
          look.tookMs,
          says`logged in with ${mechanism ?? 'the default mechanism'} against ${authSource ?? 'admin'}`,
        ),
      ]
    case 'no-credentials':
      return [line('auth', null, 'ok', look.tookMs, says`no credentials given`)]
    case 'rejected':
    case 'failed':
      return [line('auth', null, 'failed', look.tookMs, says`${outcome.error.message}`)]
  }
}

function privilegesLine(evidence: Evidence): readonly StageLine[] {
  const look = looksOf(evidence, 'authz.privileges')[0]
  if (look === undefined) return []
  if (look.status === 'skipped') return [skipped('authz', null, look.reason)]
  if (look.status === 'broken') return [line('authz', null, 'failed', look.tookMs, says`${look.error}`)]
  const { outcome } = look.saw
  if (outcome.is === 'failed')
    return [line('authz', null, 'degraded', look.tookMs, says`${outcome.error.message}`)]
  const roles = outcome.roles.map(({ role, db }) => `${role}@${db}`).join(', ')
  return [
    line(
      'authz',
      null,
      outcome.canFind === false ? 'failed' : 'ok',
      look.tookMs,
      roles === '' ? says`no roles` : says`${roles}`,
    ),
  ]
}

function operationLines(evidence: Evidence): readonly StageLine[] {
  const looks = looksOf(evidence, 'ops.run')
  if (looks.length === 0) return []
  const { seen, reason, broken } = split(looks)
  if (seen.length === 0) {
    return reason === null
      ? [line('ops', null, 'failed', 0, says`${broken ?? ''}`)]
      : [skipped('ops', null, reason)]
  }
  const bad = seen.find(({ saw }) => saw.outcome.is === 'failed')
  const names = seen
    .filter((look) => look !== bad)
    .map(({ saw }) => saw.operation)
    .join(', ')
  const took = seen.reduce((sum, { tookMs }) => sum + tookMs, 0)
  if (bad?.saw.outcome.is === 'failed') {
    return [
      line('ops', null, 'failed', took, says`${bad.saw.operation} failed: ${bad.saw.outcome.error.message}`),
    ]
  }
  return [line('ops', null, 'ok', took, says`${names}`)]
}

function counted(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`
}
