import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { causes, told } from '@mongowhy/causes'
import { cases } from '@mongowhy/causes/cases'
import { faults } from '@mongowhy/causes/faults'
import { symptoms } from '@mongowhy/causes/symptoms'
import { phraseText, stageOf, stageOrder } from '@mongowhy/core'
import type { Advice, Cause, CauseCode, ToldCause } from '@mongowhy/core'

import type { CauseFacts, LookAlike, Printed, Reading } from './cause.ts'

// A page that repeats itself is not read: of many wordings these are enough.
const mostReadings = 6
const mostLookAlikes = 12

/** The pages' content from the cause folders under `folders`, by stage and then by code. */
export function gatherCauses(folders: string): readonly CauseFacts[] {
  return [...causes.map(ofCause), ...told.map(ofTold)]
    .map((facts) => ({ ...facts, page: pageOf(folders, facts.code) }))
    .toSorted((a, b) => stageOrder(a.stage) - stageOrder(b.stage) || (a.code < b.code ? -1 : 1))
}

type Gathered = Omit<CauseFacts, 'page'>

function ofCause(cause: Cause): Gathered {
  const { code, title, refines, explains } = cause
  const fault = faults.find((each) => each.code === code)
  return {
    code,
    title,
    refines,
    explains,
    stage: stageOf(code),
    shownBy: null,
    lab: fault === undefined ? null : { summary: fault.summary, advisory: fault.bearing === 'advisory' },
    readings: readingsOf(cause),
    symptoms: printed(code),
    lookAlikes: lookAlikesOf(code),
  }
}

function ofTold(cause: ToldCause): Gathered {
  const { code, title, shownBy } = cause
  return {
    code,
    title,
    shownBy,
    stage: stageOf(code),
    lab: null,
    readings: [readingOf({ ...cause, title: { words: [title], values: [] } }, null, false)],
    symptoms: printed(code),
    lookAlikes: [],
    refines: [],
    explains: [],
  }
}

function readingsOf(cause: Cause): readonly Reading[] {
  const readings = new Map<string, Reading>()
  for (const { evidence, at } of cases.find(({ code }) => code === cause.code)?.matching ?? []) {
    const finding = cause.find(evidence, at)
    if (finding.is !== 'present') continue
    const reading = readingOf(finding.advice, finding.certainty, finding.bearing === 'advisory')
    if (!readings.has(reading.title)) readings.set(reading.title, reading)
  }
  return [...readings.values()].slice(0, mostReadings)
}

function readingOf(advice: Advice, certainty: Reading['certainty'], advisory: boolean): Reading {
  return {
    title: phraseText(advice.title),
    certainty,
    advisory,
    explanation: phraseText(advice.explanation),
    steps: advice.steps.map((step) => phraseText(step)),
    confirm: advice.confirm === undefined ? null : phraseText(advice.confirm),
  }
}

function printed(code: CauseCode): readonly Printed[] {
  const own = symptoms.find((each) => each.code === code)?.symptoms ?? []
  return own.map(({ driver, sample, certainty }) => ({ driver, text: sample, certainty }))
}

function lookAlikesOf(code: CauseCode): readonly LookAlike[] {
  const own = cases.find((each) => each.code === code)?.lookAlikes ?? []
  const found = new Map<string, LookAlike>()
  for (const { name, really } of own) {
    if (really !== code) found.set(name, { name, really: really ?? null })
  }
  // Those that have a name of their own are what a reader may follow.
  return [...found.values()]
    .toSorted((a, b) => Number(b.really !== null) - Number(a.really !== null))
    .slice(0, mostLookAlikes)
}

function pageOf(folders: string, code: CauseCode): string {
  const path = join(folders, code, 'page.md')
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
}
