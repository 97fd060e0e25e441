import { describe, expect, test } from 'vitest'

import { causes } from '@mongowhy/causes'
import { cases } from '@mongowhy/causes/cases'
import { phraseText } from '@mongowhy/core'

const byCode = new Map(causes.map((cause) => [cause.code, cause]))

describe.each(cases.map((each) => [each.code, each] as const))('%s', (code, { matching, lookAlikes }) => {
  const cause = byCode.get(code)

  test('has cases that match and look-alikes that do not', () => {
    expect(cause).toBeDefined()
    expect(matching.length).toBeGreaterThan(0)
    expect(lookAlikes.length).toBeGreaterThan(0)
  })

  test.each(matching.map((each) => [each.name, each] as const))('is: %s', (_, each) => {
    const finding = cause?.find(each.evidence, each.at)
    expect(finding).toMatchObject({
      is: 'present',
      certainty: each.certainty,
      bearing: each.bearing ?? 'fault',
    })
    if (finding?.is !== 'present') return
    const known = new Set(each.evidence.looks.map((look) => look.id))
    for (const { look } of finding.because) expect(known).toContain(look)
    // What the reader does and what whoever runs the server checks are two lists.
    const { steps, operator = [] } = finding.advice
    const told = [...steps, ...operator].map((phrase) => phraseText(phrase))
    expect(new Set(told).size).toBe(told.length)
    for (const each of told) expect(each).not.toMatch(/undefined|null|NaN|\[object/)
  })

  test.each(lookAlikes.map((each) => [each.name, each] as const))('is not: %s', (_, each) => {
    const finding = cause?.find(each.evidence, each.at)
    if (each.is === 'not-present') expect(finding?.is).not.toBe('present')
    else expect(finding?.is).toBe(each.is)
  })

  test('says the same of evidence that went through JSON', () => {
    for (const each of [...matching, ...lookAlikes]) {
      const saved: typeof each.evidence = JSON.parse(JSON.stringify(each.evidence))
      expect(cause?.find(saved, each.at)).toEqual(cause?.find(each.evidence, each.at))
    }
  })
})

test('every folder has its cases', () => {
  expect(cases.map(({ code }) => code)).toEqual(causes.map(({ code }) => code))
})
