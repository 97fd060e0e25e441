import { fileURLToPath } from 'node:url'

import { rolldown } from 'rolldown'

/** A script for browsers from a module and what it imports; `name`: the global that its exports get. */
export async function bundled(entry: string, name?: string): Promise<string> {
  const build = await rolldown({
    input: fileURLToPath(new URL(entry, import.meta.url)),
    platform: 'browser',
    logLevel: 'warn',
    checks: { pluginTimings: false },
  })
  // No module: browsers load none from a file, and a site should open from a folder too.
  const { output } = await build.generate({
    format: 'iife',
    minify: true,
    ...(name === undefined ? {} : { name }),
  })
  await build.close()
  return output[0].code
}
