import { secretsIn, userNamesIn } from '@mongowhy/core'
import type { CauseCode, Symptoms, UserNames } from '@mongowhy/core'

import { driverOf } from './driver/detect.ts'
import type { Candidate, Explanation } from './explanation.ts'
import { oursAlone, subjectOf, withoutKeys, withoutProgram } from './match/belongs.ts'
import { hitsIn } from './match/match.ts'
import { rank } from './match/rank.ts'
import type { Ranked, Reading } from './match/rank.ts'
import { passageOf, sceneOf } from './match/scene.ts'
import type { Scene } from './match/scene.ts'
import { recordsOf } from './read/records.ts'
import type { LogRecord } from './read/records.ts'
import type { Sieve } from './read/sieve.ts'
import { needsOf } from './words/needs.ts'
import { quoted } from './words/quote.ts'
import { hiding } from './words/secrets.ts'

// More candidates than this are no help to anyone.
const mostCandidates = 5
const mostQuotes = 4

// Entries of a log that are joined again where none of them says anything alone.
const joinedUpTo = 32 * 1024

/** The causes that what a sieve has kept of a text speaks for. Pure; no network; bounded by the sieve's own bounds. */
export function explainSieved(
  sieve: Sieve,
  known: readonly Symptoms[],
  users: UserNames = 'hidden',
): Explanation {
  const raw = sieve.text()
  const records = recordsOf(raw)
  const cleaned = records.map(({ text }) => text).join('\n')
  const driver = driverOf(cleaned)
  const scene = sceneOf(cleaned, raw, driver)
  const ranked = rank(readingsOf(records, scene, known), driver)
  const all = `${raw}\n${cleaned}`
  const hide = hiding(secretsIn(all), { users, names: users === 'kept' ? [] : userNamesIn(all) })
  const shown = worthNaming(ranked)
  return {
    driver,
    candidates: shown.map((one) => candidate(one, hide, known)),
    needs: shown.some(({ certainty }) => certainty !== 'possible') ? null : needsOf(scene.views.flat, driver),
  }
}

function readingsOf(
  records: readonly LogRecord[],
  scene: Scene,
  known: readonly Symptoms[],
): readonly Reading[] {
  const readings = records.flatMap((record) => reading(record, scene, known))
  const whole = scene.views.lines
  if (records.length === 1 || readings.some(({ hits }) => hits.length > 0) || whole.length > joinedUpTo)
    return readings
  return reading({ text: whole, count: 1, order: 0 }, scene, known)
}

function reading({ text, count }: LogRecord, scene: Scene, known: readonly Symptoms[]): readonly Reading[] {
  const own = subjectOf(text)
  if (own === 'other') return []
  const said = withoutKeys(own === 'mongodb' ? oursAlone(text) : text)
  const happened = withoutProgram(said)
  const hits = hitsIn(passageOf(happened, scene), known)
  // A traceback that was cut off before its last line has nothing but the program's own words.
  const all = hits.length > 0 || happened === said ? hits : hitsIn(passageOf(said, scene), known)
  return [{ hits: all, subject: own, count }]
}

/** Beside something certain, mere possibilities are noise. */
function worthNaming(ranked: readonly Ranked[]): readonly Ranked[] {
  const kept =
    ranked[0]?.certainty === 'certain'
      ? ranked.filter((one, index) => index < 3 || one.certainty !== 'possible')
      : ranked
  return kept.slice(0, mostCandidates)
}

function candidate(
  { code, certainty, words }: Ranked,
  hide: (words: string) => string,
  known: readonly Symptoms[],
): Candidate {
  const quotes = [...new Set(words.map((word) => quoted(hide(word))))]
  // Words within other words say nothing more.
  const because = quotes.filter((one) => !quotes.some((other) => other !== one && other.includes(one)))
  return { code, certainty, because: because.slice(0, mostQuotes), confirm: confirmOf(code, known) }
}

function confirmOf(code: CauseCode, known: readonly Symptoms[]): string {
  return (
    known.find((one) => one.code === code)?.confirm ??
    `\`mongowhy causes ${code}\` tells how it shows; \`mongowhy diagnose\` with the same connection string decides.`
  )
}
