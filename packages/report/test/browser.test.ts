import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { renderHtml } from '@mongowhy/report'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { caseOf, hostileReport, hostileTexts } from './case.ts'
import { explained, healthy } from './fixture.ts'

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const executable = places.find((path) => path !== undefined && existsSync(path))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

describe.skipIf(executable === undefined)(
  'in a browser (skipped where no Chromium is installed; CHROMIUM_PATH names one)',
  () => {
    let browser: Browser
    let directory: string

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'mongowhy-page-'))
      browser = await chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox'] })
    }, 60_000)

    afterAll(async () => {
      await browser?.close()
      await rm(directory, { recursive: true, force: true })
    })

    /** The page as it shows, and everything that it asked for or complained of. */
    async function opened(
      html: string,
      options: Parameters<Browser['newPage']>[0] = {},
    ): Promise<{ readonly page: Page; readonly said: string[] }> {
      const path = join(directory, `${Math.random()}.html`)
      await writeFile(path, html)
      const page = await browser.newPage(options)
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(error.message))
      page.on('dialog', (dialog) => {
        said.push('a dialog opened')
        void dialog.dismiss()
      })
      page.on('request', (request) => {
        if (!request.url().endsWith(path)) said.push(request.url())
      })
      await page.goto(pathToFileURL(path).href)
      return { page, said }
    }

    test.each([explained, healthy])('asks for nothing and complains of nothing, %#', async (report) => {
      const { page, said } = await opened(renderHtml(caseOf(report)))
      expect(said).toEqual([])
      await page.close()
    })

    test.each([320, 390, 768, 1280])('nothing sticks out at %i pixels', async (width) => {
      const { page } = await opened(renderHtml(caseOf(explained)), { viewport: { width, height: 800 } })
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      expect(wide).toBeLessThanOrEqual(width)
      await page.close()
    })

    test.each(['light', 'dark'] as const)('can be read by everybody, %s', async (colorScheme) => {
      const { page } = await opened(renderHtml(caseOf(explained)), { colorScheme, bypassCSP: true })
      await page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })')
      await page.addScriptTag({ content: axe })
      const found = await page.evaluate<readonly Violation[]>(
        'axe.run().then(({ violations }) => violations)',
      )
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
      await page.close()
    })

    test('on paper everything is unfolded, and dark is light', async () => {
      const { page } = await opened(renderHtml(caseOf(explained)), { colorScheme: 'dark' })
      const folded = page.locator('details > :not(summary)').first()
      const height = async (): Promise<number> => (await folded.boundingBox())?.height ?? 0
      expect(await height()).toBe(0)
      await page.emulateMedia({ media: 'print' })
      expect(await height()).toBeGreaterThan(0)
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      )
      expect((await page.pdf()).length).toBeGreaterThan(10_000)
      await page.close()
    })

    test('nothing that others sent runs or loads', async () => {
      const { page, said } = await opened('<!doctype html>')
      for (const text of hostileTexts) {
        const path = join(directory, 'hostile.html')
        await writeFile(path, renderHtml(caseOf(hostileReport(text))))
        said.length = 0
        await page.goto(pathToFileURL(path).href)
        expect(said.filter((each) => !each.endsWith('/hostile.html'))).toEqual([])
        expect(await page.locator('script, img, iframe, link, object, embed, form, input').count()).toBe(0)
      }
      await page.close()
    })
  },
)
