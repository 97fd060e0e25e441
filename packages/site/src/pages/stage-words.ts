import type { Stage } from '@mongowhy/core'

/** What each stage is about, in a few words. */
export const stageWords: Readonly<Record<Stage, string>> = {
  uri: 'what the connection string says',
  env: 'the machine and the runtime that connect',
  dns: 'from names to addresses',
  tcp: 'whether anybody answers there',
  proxy: 'who stands in between',
  tls: 'certificates and encryption',
  wire: 'the first words of the protocol',
  topology: 'the members of the set, and their names',
  auth: 'who the user is',
  authz: 'what the user may do',
  ops: 'reading and writing',
  atlas: 'what only Atlas knows',
  server: 'the server’s own machine',
  client: 'the application’s own code',
}
