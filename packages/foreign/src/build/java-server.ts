import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { cacheFolder } from './cache.ts'
import type { Recipe } from './recipe.ts'
import { runTool } from './run-tool.ts'

const source = fileURLToPath(new URL('../../java/', import.meta.url))

// The version of pom.xml, and a number of ours that grows when Launcher.java changes.
const version = '1.46.0-1'

export const javaServer: Recipe = {
  name: 'mongo-java-server 1.46.0',
  needs: ['java', 'javac', 'mvn'],
  result: join(cacheFolder(), `java-server-${version}`, 'Launcher.class'),
  build: async (folder) => {
    await copyFile(join(source, 'pom.xml'), join(folder, 'pom.xml'))
    await runTool('mvn', [
      '--batch-mode',
      '--quiet',
      '--file',
      join(folder, 'pom.xml'),
      'dependency:copy-dependencies',
      `-DoutputDirectory=${join(folder, 'lib')}`,
    ])
    await runTool('javac', ['-cp', join(folder, 'lib', '*'), '-d', folder, join(source, 'Launcher.java')])
  },
}
