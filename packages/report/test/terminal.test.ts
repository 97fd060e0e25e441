import { says } from '@mongowhy/core'
import { renderTerminal } from '@mongowhy/report'
import { describe, expect, test } from 'vitest'

import { explained, healthy } from './fixture.ts'

const style = { colour: false, width: 90, verbose: false, quiet: false }

describe('the terminal form', () => {
  test('an explained verdict', () => {
    expect(renderTerminal(explained, style)).toMatchSnapshot()
  })

  test('an explained verdict, told at length', () => {
    expect(renderTerminal(explained, { ...style, verbose: true })).toMatchSnapshot()
  })

  test('a healthy verdict', () => {
    expect(renderTerminal(healthy, style)).toMatchSnapshot()
  })

  test('quiet is one line for each cause', () => {
    expect(renderTerminal(explained, { ...style, quiet: true })).toMatchSnapshot()
    expect(renderTerminal(healthy, { ...style, quiet: true }).split('\n')).toHaveLength(2)
  })

  test('an interrupt is said before anything else', () => {
    expect(renderTerminal({ ...explained, interrupted: true }, style).trimStart()).toMatch(/^Interrupted/)
  })

  test('colours are colour alone: without them stands the same text, but for the backticks of commands', () => {
    const coloured = renderTerminal(explained, { ...style, colour: true })
    // oxlint-disable-next-line no-control-regex
    const stripped = coloured.replace(/\u001b\[\d+m/g, '')
    expect(coloured).not.toBe(stripped)
    expect(stripped).toBe(renderTerminal(explained, style).replaceAll('`', ''))
  })

  test.each([40, 72, 80, 100])('no line is wider than %i columns, commands apart', (width) => {
    const lines = renderTerminal(explained, { ...style, width }).split('\n')
    const inOnePiece = (line: string): boolean =>
      line.includes('`') || !/\S\s+\S/.test(line.replace(/^\s*\S{1,2}\s/, ''))
    expect(lines.filter((line) => line.length > width && !inOnePiece(line))).toEqual([])
  })

  test('a command stays in one piece', () => {
    const text = renderTerminal(explained, { ...style, width: 72 })
    expect(text).toContain('`openssl x509 -in server.pem -noout -ext subjectAltName`')
  })

  test('what a server sent cannot move the cursor, turn the text around or forge a line', () => {
    const hostile = '\u001b[2J\u009b31m\r\n✓ all is well\u202e\u0000'
    const { primary } = explained.verdict
    if (primary === null) throw new Error('the fixture has a primary cause')
    const report = {
      ...explained,
      target: { ...explained.target, uri: `mongodb://${hostile}` },
      verdict: {
        ...explained.verdict,
        primary: { ...primary, title: says`Sent ${hostile}`, endpoints: [hostile] },
        headline: says`${hostile}`,
        disagreement: says`${hostile}`,
      },
      stages: [{ ...explained.stages[0]!, endpoint: hostile, summary: says`${hostile}` }],
    }
    for (const verbose of [false, true]) {
      const text = renderTerminal(report, { ...style, verbose })
      // oxlint-disable-next-line no-control-regex
      expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/)
      expect(text).not.toMatch(/^\s*✓ all is well/m)
    }
  })

  test('a hundred hosts are counted, not listed', () => {
    const stages = Array.from({ length: 400 }, (_, index) => ({
      ...explained.stages[1]!,
      endpoint: `host${index}:27017`,
    }))
    const text = renderTerminal({ ...explained, stages }, style)
    expect(text).toContain('400 × tcp ok')
    expect(text.split('\n').length).toBeLessThan(80)
  })
})
