import {
  ConfigError,
  checklist as run,
  checklistMarkdown,
  itemIds,
  junitXml,
  readChecklist,
} from '@mongowhy/operate'
import type { ChecklistConfig, ChecklistDocument, ChecklistItem, ItemId } from '@mongowhy/operate'
import { documentText } from '@mongowhy/report'
import type { Paint } from '@mongowhy/report'
import { nearest, visible } from '@mongowhy/core'

import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, InterruptedError, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { onInterrupt } from '../interrupt.ts'
import { outputFile } from '../output-file.ts'
import { keepSecret, outgoing } from '../secrets.ts'
import { print } from '../stdout.ts'
import { configFile, readConfigFile } from '../target/config.ts'
import { resolveTarget } from '../target/resolve-target.ts'
import { paintOf } from '../terminal.ts'

const targetMs = 15_000

/** `mongowhy checklist`. */
export async function checklist(args: Arguments): Promise<ExitStatus> {
  if (args.positionals.length > 0) throw new UsageError(`checklist takes its target from ${configFile}`)
  if (args.flag('json') && args.flag('markdown')) throw new UsageError('one of --json and --markdown')
  const config = await configured()
  const only = args.values('only').map(itemId)
  const path = args.value('junit')
  const junit = path === undefined ? null : await outputFile(path)
  const asText = !args.flag('json') && !args.flag('markdown')
  const paint = paintOf(args)
  const interrupt = onInterrupt()
  try {
    const target = await resolveTarget(config.target, targetMs, interrupt.signal)
    keepSecret(target.uri)
    const document = await run({
      target,
      config,
      only,
      signal: interrupt.signal,
      onItem: (item) => {
        if (asText) process.stdout.write(outgoing(itemText(item, paint)))
      },
    })
    await junit?.write(outgoing(junitXml(document)))
    const text = args.flag('json') ? `${documentText(document)}\n` : checklistMarkdown(document)
    await print(asText ? summary(document) : outgoing(text))
    return document.failed > 0 || (args.flag('strict') && document.notRun > 0)
      ? exitStatus.explained
      : exitStatus.healthy
  } catch (error) {
    if (interrupt.signal.aborted) throw new InterruptedError()
    throw error
  } finally {
    interrupt.release()
  }
}

async function configured(): Promise<ChecklistConfig> {
  const config = await readConfigFile()
  if (config === null) throw new UsageError(`there is no ${configFile} here; \`mongowhy init\` writes one`)
  if (config['checklist'] === undefined) throw new UsageError(`${configFile} has no "checklist"`)
  try {
    return readChecklist(config['checklist'])
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(`${configFile}: ${error.message}`)
    throw error
  }
}

function itemId(text: string): ItemId {
  const found = itemIds.find((id) => id === text)
  if (found !== undefined) return found
  const meant = nearest(text, itemIds)
  throw new UsageError(
    `--only: there is no such item${meant === null ? `; there are ${itemIds.join(', ')}` : `; did you mean ${meant}?`}`,
  )
}

function itemText(
  { status, title, reason, code, because }: ChecklistItem,
  { good, bad, dim }: Paint,
): string {
  const mark = { passed: good('✓'), failed: bad('✗'), 'not-run': dim('–') }[status]
  const lines = [
    `${mark} ${title}`,
    `  ${dim(visible(status === 'not-run' ? `not run: ${reason}` : reason))}${code === null ? '' : ` (${code})`}`,
    ...(status === 'failed' ? because.map((each) => `  • ${visible(each)}`) : []),
  ]
  return `${lines.join('\n')}\n`
}

function summary({ passed, failed, notRun }: ChecklistDocument): string {
  return `\n${passed} passed, ${failed} failed, ${notRun} not run\n`
}
