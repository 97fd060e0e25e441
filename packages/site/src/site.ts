import { bundled } from './browser/bundle.ts'
import { gatherCauses } from './gather/gather.ts'
import { gatherGuides } from './gather/guides.ts'
import { causePage } from './pages/cause-page.ts'
import { guidePage } from './pages/guide-page.ts'
import { indexPage } from './pages/index-page.ts'
import { layout } from './pages/layout.ts'
import { buildIndex } from './search/build-index.ts'

/** Every text file of the site by its path, made from the repository at `root`. */
export async function makeSite(root: string): Promise<ReadonlyMap<string, string>> {
  const causes = gatherCauses(`${root}/packages/causes/src`)
  const guides = gatherGuides(root)
  const titles = new Map(causes.map(({ code, title }) => [code as string, title]))
  const index = buildIndex(causes, guides)
  const [site, explain] = await Promise.all([
    bundled('./site.js'),
    bundled('./explain.ts', 'mongowhyExplain'),
  ])
  return new Map([
    [
      'index.html',
      layout({ title: 'mongowhy: why can’t I connect to MongoDB?', base: '', main: indexPage(causes) }),
    ],
    ...causes.map((facts): [string, string] => [
      `causes/${facts.code}.html`,
      layout({ title: `${facts.title} · mongowhy`, base: '../', main: causePage(facts, titles) }),
    ]),
    ...guides.map((guide): [string, string] => [
      guide.target,
      layout({
        title: `${guide.title} · mongowhy`,
        base: '../',
        main: guidePage(root, guide, guides, titles),
      }),
    ]),
    ['search-index.js', `globalThis.mongowhyIndex=${JSON.stringify(index)}`],
    ['site.js', site],
    ['explain.js', explain],
  ])
}
