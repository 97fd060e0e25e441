import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { describe, expect, test } from 'vitest'

import { symptoms } from '@mongowhy/causes/symptoms'
import { explain } from '@mongowhy/explain'
import type { Explanation } from '@mongowhy/explain'

/** What a recorded text says, where it is not the name of its file: `null` stands for "it does not decide". */
interface Judged {
  readonly says?: readonly (string | null)[]
  readonly skip?: string
}

const root = new URL('../fixtures/', import.meta.url)
const known = new Set<string>(symptoms.map(({ code }) => code))
// Every lab deployment has this password.
const canary = 'canary-7f3d9b51'

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const judgements = (path: string): Readonly<Record<string, Judged>> =>
  existsSync(new URL(path, root)) ? (JSON.parse(read(path)) as Record<string, Judged>) : {}

const explained = new Map<string, Explanation>()

/** Each recording is explained once. */
function explanationOf(path: string): Explanation {
  const known = explained.get(path) ?? explain(read(path))
  explained.set(path, known)
  return known
}

const drivers = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'threads')
  .map(({ name }) => name)

describe.each(drivers)('recorded from %s', (driver) => {
  const own = judgements(`${driver}/judged.json`)
  const all = judgements('judged.json')
  const codes = readdirSync(new URL(`${driver}/`, root))
    .filter((file) => file.endsWith('.txt'))
    .map((file) => file.slice(0, -'.txt'.length))
  const judged = codes.flatMap((code) => {
    const judgement = own[code] ?? all[code] ?? {}
    const says = judgement.says ?? [code]
    const readable = says.some((says) => says === null || known.has(says))
    return judgement.skip !== undefined || !readable ? [] : [{ code, says }]
  })
  test.each(judged)('$code', ({ code, says }) => {
    const { candidates, needs } = explanationOf(`${driver}/${code}.txt`)
    const [first] = candidates
    if (needs !== null && says.includes(null)) return
    expect(says, JSON.stringify(candidates.map((candidate) => candidate.code))).toContain(first?.code ?? null)
    const wrong = candidates.filter(
      (candidate) => candidate.certainty === 'certain' && !says.includes(candidate.code),
    )
    expect(wrong).toEqual([])
  })

  test.each(codes)('%s: no secret in the answer', (code) => {
    expect(JSON.stringify(explanationOf(`${driver}/${code}.txt`))).not.toContain(canary)
  })
})
