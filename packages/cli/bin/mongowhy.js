#!/usr/bin/env node
// Committed, so that npm links the command before anything is built. `--version` is answered with nothing loaded, not
// even the loader of modules; hence CommonJS.
'use strict'
const { existsSync, readFileSync } = require('node:fs')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')

const main = join(__dirname, '../dist/main.js')
const [first, ...others] = process.argv.slice(2)

if ((first === '--version' || first === '-V') && others.length === 0) {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8'))
  process.stdout.write(`${version}\n`)
} else if (existsSync(main)) {
  void run()
} else {
  process.stderr.write('mongowhy is not built yet: run `npm run build` in the checkout, then try again.\n')
  process.exitCode = 4
}

async function run() {
  require('node:module').enableCompileCache?.()
  try {
    const { start } = await import(pathToFileURL(main).href)
    await start(process.argv.slice(2))
  } catch (error) {
    if (error?.code !== 'EMFILE') throw error
    process.stderr.write('mongowhy: this process may open too few files to start (EMFILE): ulimit -n 1024\n')
    process.exitCode = 4
  }
}
