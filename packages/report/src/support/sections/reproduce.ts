import { endpointParts, hostKind, says } from '@mongowhy/core'
import type { Report } from '@mongowhy/core'

import { paragraph } from '../blocks.ts'
import type { Block, Section } from '../blocks.ts'
import { subjectOf } from '../support-case.ts'
import type { SupportCase } from '../support-case.ts'

/** How somebody else sees the same: with this tool, and by hand. */
export function reproduceSection(given: SupportCase): Section {
  const report = subjectOf(given)
  const hand = byHand(report)
  return {
    id: 'reproduce',
    title: 'How to reproduce it',
    blocks: [
      paragraph(says`With the connection string in a variable, on the machine where the application runs:`),
      { is: 'command', text: ['mongowhy', ...targetOf(report), ...optionsOf(report)].join(' ') },
      ...(hand.length === 0
        ? []
        : [paragraph(says`By hand:`), ...hand.map((text): Block => ({ is: 'command', text }))]),
    ],
  }
}

function targetOf({ target: { source } }: Report): readonly string[] {
  return /^env:[a-z_]\w*$/i.test(source) ? [source] : ['env:MONGODB_URI']
}

function optionsOf({ evidence: { options } }: Report): readonly string[] {
  return [
    ...options.resolvers.flatMap((server) => ['--dns', quoted(server)]),
    ...(options.stageTimeoutMs === 5_000 ? [] : ['--stage-timeout', `${options.stageTimeoutMs}ms`]),
    ...(options.writeCheck === null ? [] : ['--write-check', quoted(options.writeCheck)]),
    ...(options.offline ? ['--offline'] : []),
    '--output',
    'evidence.json',
  ]
}

function byHand({ verdict: { primary } }: Report): readonly string[] {
  const endpoint = primary?.endpoints[0]
  if (primary === null || endpoint === undefined) return []
  const { host, port } = endpointParts(endpoint)
  if (hostKind(host) === 'socket' || port === null) return []
  switch (primary.stage) {
    case 'dns':
      return [`dig ${quoted(host)} A`, `dig ${quoted(host)} AAAA`]
    case 'tcp':
      return [`nc -vz -w 5 ${quoted(host)} ${port}`]
    case 'tls': {
      const name = hostKind(host) === 'name' ? ` -servername ${quoted(host)}` : ''
      return [`openssl s_client -connect ${quoted(endpoint)}${name} -showcerts </dev/null`]
    }
    default:
      return []
  }
}

/** What is pasted into a shell comes from a file or a server: anything but plain characters is quoted. */
function quoted(text: string): string {
  return /^[\w.:[\]/-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
