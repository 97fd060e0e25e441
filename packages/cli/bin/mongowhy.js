#!/usr/bin/env node
// Committed, so that npm links the command before anything is built. `--version` is answered with nothing loaded.
import { existsSync, readFileSync } from 'node:fs'
import * as nodeModule from 'node:module'

const main = new URL('../dist/main.js', import.meta.url)
const [first, ...others] = process.argv.slice(2)

if ((first === '--version' || first === '-V') && others.length === 0) {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  process.stdout.write(`${version}\n`)
} else if (existsSync(main)) {
  nodeModule.enableCompileCache?.()
  try {
    const { start } = await import(main.href)
    await start(process.argv.slice(2))
  } catch (error) {
    if (error?.code !== 'EMFILE') throw error
    process.stderr.write('mongowhy: this process may open too few files to start (EMFILE): ulimit -n 1024\n')
    process.exitCode = 4
  }
} else {
  process.stderr.write('mongowhy is not built yet: run `npm run build` in the checkout, then try again.\n')
  process.exitCode = 4
}
