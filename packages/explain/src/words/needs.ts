import type { DriverName } from '@mongowhy/core'

const headline =
  /Server selection (?:timed out|timeout)|Timed out (?:after \d+ ms )?while waiting for a server|No servers found yet|server selection (?:error|timeout)|No suitable servers found|No server is available|connection(?: \S{1,200})? timed out|Could not connect to any servers in your MongoDB Atlas cluster|No primary (?:server )?available|selecting a server using|buffering timed out/i

const whole: Readonly<Partial<Record<DriverName, string>>> = {
  node: 'Paste the whole error: print it with console.dir(error, { depth: 9 }), so that `reason` shows what was wrong at each server, or `cause` what lies beneath.',
  pymongo:
    'Paste the last line of the traceback in full: after the first comma it says what was wrong at each server, and at its end stands the Topology Description.',
  go: 'Paste the whole error: after `current topology:` each server stands with its `Last error`.',
  java: 'Paste the whole message up to `Client view of cluster state is …`: each server stands there with its exception; also any `Exception in monitor thread` that the log has before it.',
  csharp:
    'Paste the whole message: after `Client view of cluster state is …` each server stands with its HeartbeatException, and in it the innermost exception.',
  rust: 'Paste the whole error with its `Topology: { … }`: each server stands there with its Error.',
  ruby: 'Paste the whole message and the lines that the driver logged before it: each server stands there with its error.',
  php: 'Paste the whole message: in square brackets it says what was wrong at each host.',
  c: 'Paste the whole message: in square brackets it says what was wrong at each host.',
  'mongo-shell': 'Paste the whole output of the shell, from `connecting to:` on.',
}

const kin: Readonly<Partial<Record<DriverName, DriverName>>> = {
  mongoose: 'node',
  prisma: 'rust',
  mongosh: 'node',
  compass: 'node',
  deno: 'node',
  bun: 'node',
  motor: 'pymongo',
  mongoengine: 'pymongo',
  django: 'pymongo',
  spring: 'java',
  kotlin: 'java',
  scala: 'java',
  cpp: 'c',
  swift: 'c',
}

const anywhere =
  'Or run `mongowhy diagnose` where the application runs, with its connection string: it looks for itself.'

/** What to paste instead, where a text does not decide. */
export function needsOf(text: string, driver: DriverName | null): string {
  const own = driver === null ? undefined : (whole[driver] ?? whole[kin[driver] ?? 'any'])
  if (headline.test(text)) {
    return `This is the headline that every fault ends in: the driver found no server that it could use in time. ${own ?? 'Paste the whole error: after the headline it says what was wrong at each server.'} ${anywhere}`
  }
  return `The text names no single cause. ${own ?? 'Paste the whole error, with its cause and the lines before and after it.'} ${anywhere}`
}
