import type { Look, Report } from '@mongowhy/core'
import { renderHtml, renderMarkdown } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { caseOf } from './case.ts'
import { explained } from './fixture.ts'

const endpoint = 'db.example.net:27017'

const walks = Array.from({ length: 4 }, (_, index): Look => {
  const failed = index === 2 ? ({ step: 'tls', how: 'alert 80' } as const) : null
  return {
    id: `path.walk#${index + 1}`,
    ask: {
      probe: 'path.walk',
      endpoint,
      vary: { address: '192.0.2.7' },
      trial: { experiment: 'repeat', arm: 'control', round: index + 1 },
    },
    startedAt: 10 * index,
    status: 'seen',
    tookMs: 9,
    saw: {
      address: '192.0.2.7',
      failed,
      tookMs: failed === null ? { tcp: 1, tls: 5, wire: 2 } : { tcp: 1, tls: 4 },
      server: null,
      certificate: null,
    },
  }
})

const matrix: Look = {
  id: 'tls.matrix#1',
  ask: { probe: 'tls.matrix', endpoint, vary: { address: '192.0.2.7' } },
  startedAt: 50,
  status: 'seen',
  tookMs: 40,
  saw: {
    address: '192.0.2.7',
    servername: 'db.example.net',
    versions: [
      { version: 'TLSv1', suites: [{ id: 5, name: 'TLS_RSA_WITH_RC4_128_SHA' }], preference: null },
      { version: 'TLSv1.3', suites: [{ id: 0x1301, name: 'TLS_AES_128_GCM_SHA256' }], preference: 'server' },
    ],
    hellos: 12,
    unanswered: 1,
  },
}

const report: Report = {
  ...explained,
  evidence: {
    ...explained.evidence,
    options: { ...explained.evidence.options, repeat: 4 },
    looks: [...explained.evidence.looks, ...walks, matrix],
  },
}

describe.each([
  ['Markdown', renderMarkdown(caseOf(report)).replace(/\s+/g, ' ')],
  // Long values may be broken after their dots.
  [
    'HTML',
    renderHtml(caseOf(report))
      .replaceAll(/<wbr>|<\/?(?:span|bdi|code|b)\b[^>]*>/g, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' '),
  ],
])('a report as %s', (_, text) => {
  test('counts each step at each member and address', () => {
    expect(text).toContain('Repeated 4 times')
    expect(text).toMatch(/db\.example\.net:27017 \(192\.0\.2\.7\)/)
    expect(text).toContain('3 of 4')
    expect(text).toContain('tcp 4 of 4')
    expect(text).toContain('tls 3 of 4')
    expect(text).toContain('wire 3 of 3')
    expect(text).toContain('1 × tls: alert 80')
  })

  test('shows what the server takes of TLS, and what of that is weak', () => {
    expect(text).toContain('TLSv1 (outdated)')
    expect(text).toMatch(/TLS\\?_RSA\\?_WITH\\?_RC4\\?_128\\?_SHA \(weak\)/)
    expect(text).toMatch(/the server('|&#39;)s order/)
    expect(text).toContain('1 of 12 hellos got no answer')
  })

  test('does not tell the repetitions as an experiment', () => {
    expect(text).not.toContain('Experiments')
  })
})
