import { Secret, defaultOptions } from '@mongowhy/core'
import type { DiagnoseOptions, Report } from '@mongowhy/core'
import { diagnose } from '@mongowhy/diagnose'
import { acceptAndClose, authority, serveAlert, serveTls, speakTls, temporaryFile } from '@mongowhy/fault-kit'
import type { Served } from '@mongowhy/fault-kit'
import { afterEach, expect, test } from 'vitest'

const host = 'db.lab.test'
const stops: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

function kept(served: Served): Served {
  stops.push(() => served.stop())
  return served
}

async function diagnosed({ port }: Served, options: Partial<DiagnoseOptions> = {}): Promise<Report> {
  const uri = new Secret(`mongodb://${host}:${port}/?tls=true`)
  const resolve = [{ host, port, address: '127.0.0.1' }]
  return diagnose({ uri, source: 'argument' }, { ...defaultOptions, resolve, ...options })
}

/** The looks of one experiment by arm, with what they came to. */
function arms({ evidence }: Report, experiment: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const look of evidence.looks) {
    const { trial } = look.ask
    if (trial?.experiment !== experiment || look.status !== 'seen' || look.ask.probe !== 'tls.handshake')
      continue
    const saw = look.saw as { readonly outcome: { readonly is: string } }
    const arm = trial.variant ?? trial.arm
    found[arm] = [...(found[arm] ?? []), saw.outcome.is]
  }
  return found
}

test('a refusal that goes by neither name nor version is met in every arm, twice, and strict and relaxed alike', async () => {
  const report = await diagnosed(kept(await serveAlert({ alert: 80 })))
  const names = arms(report, 'server-name')
  expect(Object.keys(names)).toHaveLength(7)
  for (const results of Object.values(names)) expect(results).toEqual(['alert', 'alert'])
  expect(arms(report, 'relaxed')).toEqual({
    control: ['alert', 'alert'],
    'any name accepted': ['alert', 'alert'],
    'any certificate accepted': ['alert', 'alert'],
  })
  expect(report.verdict.primary?.code).toBe('tls-refused-before-certificate')
  expect(report.verdict.primary?.because.map(({ says }) => says.values)).toContainEqual(['alert 80', 14, 14])
})

test('no hello of an experiment is followed by a word of MongoDB or a credential', async () => {
  const issued = authority().issue({ names: [host] })
  const heard: Buffer[] = []
  const inner = (socket: NodeJS.ReadableStream): void =>
    void socket.on('data', (bytes: Buffer) => heard.push(bytes))
  const served = kept(
    await serveAlert({
      alert: 80,
      when: ({ servername }) => servername === host,
      otherwise: speakTls({ issued, inner }),
    }),
  )
  const report = await diagnosed(served)
  expect(arms(report, 'server-name')['no name, TLS 1.3']).toEqual(['secure', 'secure'])
  expect(heard).toEqual([])
})

test('a server that is certain to be wrong is asked no more', async () => {
  const root = authority()
  const issued = root.issue({ names: ['other.lab.test'] })
  const ca = await temporaryFile('ca.pem', root.certificatePem)
  stops.push(() => ca.remove())
  const served = kept(await serveTls({ issued, inner: acceptAndClose() }))
  const report = await diagnosed(served, { caFile: ca.path })
  expect(report.verdict.primary?.certainty).toBe('certain')
  expect(report.evidence.looks.filter(({ ask }) => ask.trial !== undefined)).toEqual([])
})
