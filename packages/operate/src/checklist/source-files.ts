import { opendir, readFile, stat } from 'node:fs/promises'
import { extname, join, relative } from 'node:path'

// What tools made or fetched is not the application's source.
const skipped: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'build',
  'coverage',
  'vendor',
  'venv',
  '__pycache__',
  'target',
])
const read: ReadonlySet<string> = new Set(
  '.ts .tsx .mts .cts .js .jsx .mjs .cjs .py .go .java .kt .scala .cs .rs .php .rb .ex .exs .sh .yml .yaml .toml .json .properties .ini .cfg .xml .ipynb'.split(
    ' ',
  ),
)
const mostFiles = 20_000
const largestFile = 1_048_576

export interface SourceFile {
  /** From the folder that was asked for. */
  readonly path: string
  readonly text: string
}

/** The source files below a folder, bounded in number and size. Links are not followed. Rejects where the folder cannot be read. */
export async function* sourceFiles(folder: string): AsyncGenerator<SourceFile> {
  const waiting = [folder]
  let count = 0
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    for await (const entry of await opendir(here)) {
      const path = join(here, entry.name)
      if (entry.isDirectory() && !skipped.has(entry.name) && !entry.name.startsWith('.')) waiting.push(path)
      if (!entry.isFile() || !read.has(extname(entry.name))) continue
      count += 1
      if (count > mostFiles) return
      if ((await stat(path)).size <= largestFile)
        yield { path: relative(folder, path), text: await readFile(path, 'utf8') }
    }
  }
}
