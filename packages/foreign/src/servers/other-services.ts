import { chown, mkdir } from 'node:fs/promises'

import { outputOf } from '../build/run-tool.ts'
import { temporaryFolder } from '../folder.ts'
import { postgresProgram } from '../postgres.ts'
import { programPath } from '../program.ts'
import { startServer } from '../process.ts'
import type { Running } from '../process.ts'

export function startRedis(): Promise<Running> {
  return startServer((port) => ({
    command: programPath('redis-server'),
    args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
  }))
}

export function startMemcached(): Promise<Running> {
  return startServer((port) => ({
    command: programPath('memcached'),
    args: ['-u', 'nobody', '-l', '127.0.0.1', '-p', String(port)],
  }))
}

/** nghttpd without TLS: HTTP/2 from the first byte, as gRPC has it. */
export function startNghttpd(): Promise<Running> {
  return startServer((port) => ({ command: programPath('nghttpd'), args: ['--no-tls', String(port)] }))
}

/** socat that says a short line, as many services greet, and waits. */
export function startGreeter(line: string): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const file = await folder.write('greeting', line)
    return {
      command: programPath('socat'),
      args: [`TCP-LISTEN:${port},bind=127.0.0.1,fork,reuseaddr`, `SYSTEM:cat ${file}; cat >/dev/null`],
      cleanUp: folder.remove,
    }
  })
}

/** socat that sends back what it is sent. */
export function startEcho(): Promise<Running> {
  return startServer((port) => ({
    command: programPath('socat'),
    args: [`TCP-LISTEN:${port},bind=127.0.0.1,fork,reuseaddr`, 'EXEC:cat'],
  }))
}

export function startSshd(): Promise<Running> {
  return startServer(async (port) => {
    // Where it locks itself in as root; Debian makes the folder at boot, and a container has no boot.
    if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 })
    const folder = await temporaryFolder()
    const key = `${folder.path}/host`
    await outputOf(programPath('ssh-keygen'), ['-q', '-t', 'ed25519', '-N', '', '-f', key])
    const options = ['ListenAddress=127.0.0.1', 'PidFile=none', 'UsePAM=no'].flatMap((line) => ['-o', line])
    return {
      command: programPath('sshd'),
      args: ['-D', '-e', '-f', '/dev/null', '-h', key, '-p', String(port), ...options],
      cleanUp: folder.remove,
    }
  })
}

/** PostgreSQL refuses to be root's; where we are, it is made `nobody`'s. */
export function startPostgres(): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const data = `${folder.path}/data`
    const init = [postgresProgram('initdb'), '-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync']
    const server = [postgresProgram('postgres'), '-D', data, '-p', String(port)]
    server.push('-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=')
    const as = process.getuid?.() === 0 ? ['setpriv', `--reuid=${nobody}`, '--clear-groups', '--'] : []
    if (as.length > 0) await chown(folder.path, nobody, nobody)
    const [initCommand = '', ...initArgs] = [...as, ...init]
    await outputOf(initCommand, initArgs, { cwd: '/' })
    const [command = '', ...args] = [...as, ...server]
    return { command, args, cwd: '/', cleanUp: folder.remove }
  })
}

// The user id that Debian, and most others, give to `nobody`.
const nobody = 65_534

export function startMariadb(): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    if (process.getuid?.() === 0) await chown(folder.path, nobody, nobody)
    return {
      command: programPath('mariadbd'),
      args: [
        '--no-defaults',
        `--datadir=${folder.path}`,
        `--aria-log-dir-path=${folder.path}`,
        `--socket=${folder.path}/socket`,
        `--port=${port}`,
        '--bind-address=127.0.0.1',
        '--skip-networking=0',
        '--skip-grant-tables',
        '--innodb=OFF',
        '--default-storage-engine=MyISAM',
        ...(process.getuid?.() === 0 ? ['--user=nobody'] : []),
      ],
      cleanUp: folder.remove,
    }
  })
}

export function startSmtpd(): Promise<Running> {
  return startServer(async (port) => {
    const folder = await temporaryFolder()
    const configuration = [
      `listen on 127.0.0.1 port ${port} hostname localhost`,
      'action "drop" maildir',
      'match from any for local action "drop"',
      '',
    ].join('\n')
    return {
      command: programPath('smtpd'),
      args: ['-d', '-f', await folder.write('smtpd.conf', configuration)],
      cleanUp: folder.remove,
    }
  })
}
