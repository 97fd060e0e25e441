// Lays out the folder of a new cause: `npm run new-cause tcp-some-fault`. What it writes compiles, and its tests fail until it is filled in.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [code = ''] = process.argv.slice(2)
const stages = 'uri env dns tcp proxy tls wire topology auth authz ops atlas server client'.split(' ')
const folder = join(fileURLToPath(new URL('../packages/causes/src', import.meta.url)), code)

function refuse(why) {
  console.error(`${why}\nusage: npm run new-cause STAGE-WORDS, where STAGE is one of ${stages.join(', ')}`)
  process.exit(1)
}

if (!/^[a-z]+(-[a-z0-9]+)+$/.test(code) || !stages.includes(code.split('-')[0] ?? ''))
  refuse('That is no code.')
if (existsSync(folder)) refuse(`${code} exists already.`)

const files = {
  'cause.ts': `import { cite, defineCause, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause } from '@mongowhy/core'

interface Facts {
  readonly address: string
}

export const cause: Cause = defineCause<Facts>({
  code: '${code}',
  title: 'A short noun phrase for lists',
  scope: 'endpoint',
  infer(evidence, at) {
    const [look] = seenBy(evidence, 'tcp.connect', at).filter(({ saw }) => saw.outcome.is === 'refused')
    if (look === undefined) return unknown()
    const { address } = look.saw
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { address },
      because: [cite(look, says\`\${address} refused the connection\`)],
    }
  },
  advise: ({ address }) => ({
    title: says\`What is wrong with \${address}, in one sentence\`,
    explanation: says\`How we know, and what it means.\`,
    steps: [says\`What to do, the most useful first.\`],
  }),
})
`,
  'cases.ts': `import { defineCases, evidence } from '../kit/index.ts'
import type { Cases } from '../kit/index.ts'

const at = 'db.example.net:27017'

const refused = {
  address: '127.0.0.1',
  port: 27017,
  family: 'ipv4',
  outcome: { is: 'refused' },
} as const

export const cases: Cases = defineCases({
  code: '${code}',
  matching: [
    {
      name: 'what must match',
      evidence: evidence().saw('tcp.connect', at, { address: '127.0.0.1' }, refused).build(),
      at,
      certainty: 'certain',
    },
  ],
  // What looks like it and is not, by hand: the suite fails until there is one.
  lookAlikes: [],
})
`,
  'fault.ts': `import { closedPort } from '@mongowhy/fault-kit'

import { canary, defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'

export const fault: Fault = defineFault({
  code: '${code}',
  summary: 'what is wrong with this deployment, in one line',
  certainty: 'certain',
  async start() {
    const { host, port } = await closedPort()
    return { uri: \`mongodb://ada:\${canary}@\${host}:\${port}/\`, stop: async () => {} }
  },
})
`,
  'symptoms.ts': `import type { Symptoms } from '@mongowhy/core'

export const symptoms: Symptoms = {
  code: '${code}',
  symptoms: [
    {
      driver: 'node',
      pattern: /the words that a driver prints/,
      certainty: 'possible',
      sample: 'a real text that holds the words that a driver prints, and where it was recorded',
    },
  ],
}
`,
  'page.md': `How it comes about, how it looks in drivers, what it is mistaken for, how to confirm it by hand.
`,
}

mkdirSync(folder)
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
spawnSync(process.execPath, [fileURLToPath(new URL('generate.mjs', import.meta.url))], { stdio: 'inherit' })
console.log(`packages/causes/src/${code} is laid out. Its tests: npx vitest run packages/causes -t ${code}`)
