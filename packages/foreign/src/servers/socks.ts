import { temporaryFolder } from '../folder.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

export interface Credentials {
  readonly name: string
  readonly password: string
}

/** microsocks: SOCKS5 to anywhere, with a login where one is given. */
export function startMicrosocks(login?: Credentials): Promise<Running> {
  return startServer((port) => ({
    command: programPath('microsocks'),
    args: [
      '-i',
      '127.0.0.1',
      '-p',
      String(port),
      ...(login === undefined ? [] : ['-u', login.name, '-P', login.password]),
    ],
  }))
}

/** Dante: SOCKS5 with rules of its own, which refuse everything but what `pass` names (`to: 127.0.0.1/32`, say). */
export function startDante(pass: readonly string[]): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const rule = (verdict: string, to: string): string =>
      `socks ${verdict} { from: 127.0.0.0/8 ${to} command: connect }`
    const configuration = [
      `internal: 127.0.0.1 port = ${port}`,
      'external: 127.0.0.1',
      'clientmethod: none',
      'socksmethod: none',
      'logoutput: stderr',
      'client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }',
      ...pass.map((to) => rule('pass', to)),
      rule('block', 'to: 0.0.0.0/0'),
      '',
    ].join('\n')
    return {
      command: programPath('danted'),
      args: ['-N', '1', '-f', await folder.write('danted.conf', configuration), '-p', `${folder.path}/pid`],
      cwd: folder.path,
      cleanUp: folder.remove,
    }
  })
}
