import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

import { beforeAll, describe, expect, test } from 'vitest'

import { causes, told } from '@mongowhy/causes'
import { symptoms } from '@mongowhy/causes/symptoms'
import { stages } from '@mongowhy/core'

import { looksLikeError, search } from '../src/browser/search.ts'
import { gatherCauses } from '../src/gather/gather.ts'
import { gatherGuides } from '../src/gather/guides.ts'
import { html, raw } from '../src/html.ts'
import { buildIndex } from '../src/search/build-index.ts'
import { makeSite } from '../src/site.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
let site: ReadonlyMap<string, string>

beforeAll(async () => {
  site = await makeSite(root)
}, 60_000)

const pages = (): readonly (readonly [string, string])[] =>
  [...site].filter(([path]) => path.endsWith('.html'))

describe('the site', () => {
  test('has a page for every cause, and each says something', () => {
    for (const { code, title } of [...causes, ...told]) {
      const page = site.get(`causes/${code}.html`) ?? ''
      expect(page).toContain(html`<h1>${title}</h1>`.html)
      expect(page).toContain('What to do')
    }
  })

  test('has words of its own on every cause, and the codes in them exist', () => {
    const facts = gatherCauses(`${root}/packages/causes/src`)
    const codes = new Set<string>(facts.map(({ code }) => code))
    expect(facts.filter(({ page }) => page.length < 100).map(({ code }) => code)).toEqual([])
    const named = facts.flatMap(({ code, page }) =>
      [...page.matchAll(/`([a-z]+-[a-z0-9-]+)`|\((?:\.\.\/)?([\w-]+)(?:\/page)?\.md\)/g)]
        .map(([, quoted = '', linked = '']) =>
          stages.some((stage) => quoted.startsWith(`${stage}-`)) ? quoted : linked,
        )
        .filter((name) => name !== '' && !codes.has(name))
        .map((name) => `${code}: ${name}`),
    )
    expect(named).toEqual([])
  })

  test('shows every text of every driver', () => {
    for (const { code, symptoms: own } of symptoms) {
      const page = site.get(`causes/${code}.html`) ?? ''
      for (const { sample } of own) expect(page).toContain(html`${sample}`.html)
    }
  })

  test('links only to what is there', () => {
    const missing: string[] = []
    for (const [path, page] of pages()) {
      for (const [, href = ''] of page.matchAll(/<a[^>]* href="([^"]+)"/g)) {
        if (/^[a-z]+:/.test(href)) continue
        const [file = '', fragment] = href.split('#')
        const target = file === '' ? path : normalize(join(dirname(path), file))
        // TypeDoc writes these, when the site is written.
        if (target.startsWith('api/')) continue
        const found = site.get(target)
        if (found === undefined) missing.push(`${path}: ${href}`)
        else if (fragment !== undefined && target === 'index.html')
          expect(found).toContain(`id="${fragment}"`)
      }
    }
    expect(missing).toEqual([])
  })

  test('loads nothing from elsewhere', () => {
    for (const [, page] of pages()) {
      for (const [, source = ''] of page.matchAll(/<(?:script|link|img)[^>]*? (?:src|href)="([^"]+)"/g)) {
        expect(source).not.toMatch(/^(?:[a-z]+:)?\/\//)
      }
    }
    expect(site.get('site.js')).not.toMatch(/https?:\/\//)
  })
})

describe('the search', () => {
  const index = buildIndex(gatherCauses(`${root}/packages/causes/src`), gatherGuides(root))
  const codes = (query: string): readonly string[] => search(index, query).map(([, , , code]) => code)

  test.each([
    ['auth-rejected', 'auth-rejected'],
    ['client certificate user', 'auth-x509'],
    ['quota', 'ops-quota'],
    ['self-signed', 'tls-self-signed'],
    ['ECONNREFUSED', 'tcp-refused'],
    ['authsour', 'auth-source-wrong'],
    ['buffering timed out', 'client-not-connected'],
  ])('%s finds %s', (query, code) => {
    expect(codes(query).slice(0, 8)).toContain(code)
  })

  test.each(['', ' ', '.', 'zzzzqqq'])('finds nothing for %j', (query) => {
    expect(codes(query)).toEqual([])
  })

  test('every word of the query counts', () => {
    expect(codes('quota')).not.toEqual(codes('quota certificate'))
  })

  test('takes words that name a property of every object for words', () => {
    expect(() => codes('constructor __proto__ toString')).not.toThrow()
  })

  test('tells an error from words', () => {
    expect(looksLikeError('wrong password')).toBe(false)
    expect(looksLikeError('MongoServerError: bad auth')).toBe(true)
    expect(looksLikeError('a\nb')).toBe(true)
  })
})

test('what is put into a page stays text', () => {
  expect(html`<p title="${'"'}">${'<img src=x>'}${raw('<b>')}${null}${false}${[1, '&']}</p>`.html).toBe(
    '<p title="&quot;">&lt;img src=x&gt;<b>1&amp;</p>',
  )
})
