import { nearest, stageOf, stages } from '@mongowhy/core'
import type { ShownBy } from '@mongowhy/core'
import { causesDocument, documentText, wrapped } from '@mongowhy/report'
import type { Paint } from '@mongowhy/report'

import type { Arguments } from '../arguments/parse.ts'
import type { CatalogueEntry } from '../catalogue/entry.ts'
import { readCatalogue } from '../catalogue/read.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { markdownLines } from '../markdown.ts'
import { print } from '../stdout.ts'
import { paintOf, styleOf } from '../terminal.ts'

/** `mongowhy causes [code]`. */
export async function causes(args: Arguments): Promise<ExitStatus> {
  const [code, ...rest] = args.positionals
  if (rest.length > 0) throw new UsageError('causes takes one code')
  const all = await readCatalogue()
  const chosen = code === undefined ? all : [entryOf(code, all)]
  const [first] = chosen
  if (args.flag('json')) await print(`${documentText(causesDocument(chosen))}\n`)
  else if (code !== undefined && first !== undefined)
    await print(page(first, paintOf(args), styleOf(args).width))
  else await print(list(chosen, paintOf(args)))
  return exitStatus.healthy
}

function entryOf(code: string, all: readonly CatalogueEntry[]): CatalogueEntry {
  const entry = all.find((candidate) => candidate.code === code)
  if (entry !== undefined) return entry
  const meant = nearest(
    code.toLowerCase(),
    all.map((candidate) => candidate.code),
  )
  throw new UsageError(
    `there is no such cause${meant === null ? '; `mongowhy causes` lists them' : `; did you mean ${meant}?`}`,
  )
}

function list(all: readonly CatalogueEntry[], { bold, dim }: Paint): string {
  const width = Math.max(0, ...all.map(({ code }) => code.length))
  const lines = stages.flatMap((stage) => {
    const own = all.filter(({ code }) => stageOf(code) === stage)
    if (own.length === 0) return []
    return ['', bold(stage), ...own.map(({ code, title }) => `  ${code.padEnd(width)}  ${title}`)]
  })
  return [...lines, '', dim(`${all.length} causes; \`mongowhy causes CODE\` tells more of one`), '']
    .slice(1)
    .join('\n')
}

const shown: Readonly<Record<ShownBy, string>> = {
  'error-text':
    'No look from outside can show it: the error text of the program does. Give that to `mongowhy explain`.',
  'server-log':
    'No look from outside can show it: the log of the server, or its exit code, does. Give that to `mongowhy explain`.',
  source: 'No look from outside can show it: the source of the application does.',
  'provider-api': "No look from outside can show it: the provider's own interface does.",
  'long-watch': 'One look cannot show it: it takes a connection that is watched for long.',
}

function page(entry: CatalogueEntry, paint: Paint, columns: number): string {
  const width = Math.min(100, columns)
  const { bold, dim } = paint
  const indented = (text: string, label = '  '): readonly string[] =>
    wrapped(text, width - label.length).map(
      (line, index) => (index === 0 ? label : ' '.repeat(label.length)) + line,
    )
  const { example } = entry
  const words =
    example === null
      ? []
      : [
          '',
          ...(example.certainty === null
            ? []
            : [bold('How a verdict reads'), ...indented(`${example.title} (${example.certainty})`)]),
          ...indented(example.explanation),
          ...example.steps.flatMap((step, index) => indented(step, `  ${index + 1}. `)),
          ...(example.confirm === null ? [] : indented(`To be sure: ${example.confirm}`)),
        ]
  return [
    bold(entry.title),
    dim(entry.code),
    ...(entry.shownBy === null ? [] : ['', ...indented(shown[entry.shownBy], '')]),
    ...words,
    ...(entry.page === null ? [] : ['', ...markdownLines(entry.page, width, paint)]),
    ...(entry.lab ? ['', dim(`See it: mongowhy demo ${entry.code}`)] : []),
    '',
  ].join('\n')
}
