import { join } from 'node:path'

import type { ProjectSighting } from '@mongowhy/core'

import { readStart } from './read-start.ts'

type Service = ProjectSighting['services'][number]
type Published = Service['published'][number]

/** In the order in which Compose takes them. */
const files = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const longest = 262_144

/** Services of the folder's Compose file that are named as one of the hosts. */
export async function composeServices(hosts: readonly string[], folder: string): Promise<readonly Service[]> {
  if (hosts.length === 0) return []
  const wanted = new Set(hosts.map((host) => host.toLowerCase()))
  for (const file of files) {
    const read = await readStart(join(folder, file), longest)
    if (read === null) continue
    return servicesIn(read.text)
      .filter(({ name }) => wanted.has(name.toLowerCase()))
      .map((service) => ({ file, ...service }))
  }
  return []
}

/**
 * Names and published ports, by the block style that Compose files are written in. Not a reader of YAML: what is written
 * otherwise (flow style, anchors) is passed over, and nothing is claimed of it.
 */
export function servicesIn(text: string): readonly Omit<Service, 'file'>[] {
  const found: { readonly name: string; readonly lines: Line[] }[] = []
  const lines = section(text.split(/\r?\n/).flatMap(lineOf), 'services')
  const depth = lines[0]?.indent
  for (const line of lines) {
    const name = line.indent === depth ? /^["']?([\w.-]{1,128})["']?:$/.exec(line.text)?.[1] : undefined
    if (name !== undefined) found.push({ name, lines: [] })
    else if (line.indent !== depth) found.at(-1)?.lines.push(line)
  }
  return found.map((service) => ({ name: service.name, published: publishedIn(service.lines) }))
}

interface Line {
  readonly indent: number
  readonly text: string
}

/** Without its comment; blank lines are none. */
function lineOf(raw: string): readonly Line[] {
  const text = raw.replace(/(?:^|\s)#.*$/, '').trimEnd()
  const bare = text.trimStart()
  return bare === '' ? [] : [{ indent: text.length - bare.length, text: bare }]
}

/** The lines below a key: those further in, and the items of a list that stands as far in as its key. */
function section(lines: readonly Line[], key: string): readonly Line[] {
  const at = lines.findIndex(({ text }) => text === `${key}:`)
  const begin = lines[at]
  if (begin === undefined) return []
  const rest = lines.slice(at + 1)
  const end = rest.findIndex(
    ({ indent, text }) => indent < begin.indent || (indent === begin.indent && !text.startsWith('-')),
  )
  return end === -1 ? rest : rest.slice(0, end)
}

function publishedIn(lines: readonly Line[]): readonly Published[] {
  const published: Published[] = []
  let inside: number | null = null
  for (const { text } of section(lines, 'ports')) {
    const short = shortForm(text)
    if (short !== null) published.push(short)
    if (text.startsWith('-')) inside = null
    inside = portNamed('target', text) ?? inside
    const outside = portNamed('published', text)
    if (outside !== null && inside !== null) published.push({ outside, inside })
  }
  return published
}

/** `- "127.0.0.1:27018:27017/tcp"`; one without a port outside is published at a port that nobody knows here. */
function shortForm(text: string): Published | null {
  const ports = /^-\s*["']?(?:[\d.]+:|\[[\da-f:]+\]:)?(\d{1,5}):(\d{1,5})(?:\/tcp)?["']?$/i.exec(text)
  return ports === null ? null : { outside: Number(ports[1]), inside: Number(ports[2]) }
}

const ports = {
  target: /^(?:-\s*)?target:\s*["']?(\d{1,5})["']?$/,
  published: /^(?:-\s*)?published:\s*["']?(\d{1,5})["']?$/,
} as const

function portNamed(name: keyof typeof ports, text: string): number | null {
  const port = ports[name].exec(text)?.[1]
  return port === undefined ? null : Number(port)
}
