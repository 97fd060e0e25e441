import { visible } from '@mongowhy/core'

import { scrubbed } from './secrets.ts'

const mostFrames = 8

/** What is said when mongowhy itself fails: enough to report it, nothing that is secret. */
export function crashText(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EMFILE' || code === 'ENFILE') return noDescriptor(code)
  const name = error instanceof Error ? error.name : 'Error'
  const message = error instanceof Error ? error.message : 'something that is no error was thrown'
  const frames = error instanceof Error ? framesOf(error) : []
  return [
    `mongowhy itself failed, which says nothing about the target: ${visible(name)}: ${visible(safely(message))}`,
    ...frames.map((frame) => `    ${frame}`),
    'Please report it with the lines above; they hold no part of the connection string.',
    '',
  ].join('\n')
}

/** Without a descriptor Node cannot even load the program: no fault of ours, and the user's to mend. */
function noDescriptor(code: 'EMFILE' | 'ENFILE'): string {
  const whose =
    code === 'EMFILE' ? 'this process may open no more files' : 'this machine has no more room for open files'
  return `mongowhy: ${whose} (${code}), so nothing could be looked at; raise the limit (ulimit -n 1024) and try again.\n`
}

function safely(message: string): string {
  try {
    return scrubbed(message)
  } catch {
    // The scrubber may be what failed; then no message at all is better than an unscrubbed one.
    return '(message withheld)'
  }
}

function framesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at [\w.<>[\] #]*\(?(?:file:\/\/|node:|\/|[A-Z]:\\)[^\s?]*:\d+:\d+\)?$/.test(line))
    .slice(0, mostFrames)
    .map(visible)
}
