import { absent, cite, defineCause, firstSeen, says, seenBy, unknown } from '@mongowhy/core'
import type { Cause, Citation, Endpoint, Evidence, ServerApi } from '@mongowhy/core'

import { answered, effective } from '../kit/deployment.ts'

type Refusal = 'required' | 'version' | 'strict' | 'deprecated' | 'mismatch' | 'strict-alone'

interface Facts {
  readonly refusal: Refusal
  readonly declared: ServerApi | null
}

// The server's error_codes.yml, and two assertions of initialize_api_parameters.cpp that have numbers alone.
const codes: ReadonlyMap<number, Refusal> = new Map([
  [498_870, 'required'],
  [4_886_600, 'strict-alone'],
  [322, 'version'],
  [323, 'strict'],
  [324, 'deprecated'],
  [347, 'mismatch'],
])

export const cause: Cause = defineCause<Facts>({
  code: 'wire-api-version',
  title: 'Client and server differ about the Stable API',
  scope: 'target',
  infer: (evidence) => {
    const options = effective(evidence)
    if (options === undefined) return unknown()
    const declared = options.serverApi ?? null
    const uri = firstSeen(evidence, 'uri.parse')
    if (declared !== null && declared.version !== '1' && uri !== undefined) {
      return {
        is: 'present',
        certainty: 'certain',
        bearing: 'fault',
        facts: { refusal: 'version', declared },
        because: [
          cite(
            uri,
            says`the options declare version ${declared.version}; drivers and servers know "1" alone`,
          ),
        ],
      }
    }
    const refused = refusals(evidence)[0]
    if (refused === undefined) {
      const reply = answered(evidence, null)
      return reply === undefined ? unknown() : absent(cite(reply.look, says`it answered a hello`))
    }
    return {
      is: 'present',
      certainty: 'certain',
      bearing: 'fault',
      facts: { refusal: refused.refusal, declared },
      because: [refused.says],
      concerns: refused.endpoint === null ? [] : [refused.endpoint],
    }
  },
  advise: ({ refusal, declared }) => ({
    title: titles[refusal],
    explanation:
      declared === null
        ? says`The Stable API is declared in code (the driver's option serverApi), never in a connection string. None was declared here.`
        : says`Declared here: version ${declared.version}${declared.strict ? ', strict' : ''}${declared.deprecationErrors ? ', deprecated commands refused' : ''}. It is declared in code (the driver's option serverApi), never in a connection string.`,
    steps: steps[refusal],
  }),
})

const titles: Readonly<Record<Refusal, ReturnType<typeof says>>> = {
  required: says`The server takes only clients that declare a Stable API version, and none was declared`,
  version: says`There is no such Stable API version as the one that is declared`,
  strict: says`The server refuses a command that is not in the Stable API, since the client declared it strict`,
  deprecated: says`The server refuses a command that is deprecated in the Stable API, since the client asked for that`,
  mismatch: says`The server saw different Stable API settings within one transaction or cursor`,
  'strict-alone': says`The client declares the Stable API strict without a version`,
}

const steps: Readonly<Record<Refusal, readonly ReturnType<typeof says>[]>> = {
  required: [
    says`In code: new MongoClient(uri, { serverApi: { version: "1" } }); in Python server_api=ServerApi("1"); in Java ServerApi.builder().version(ServerApiVersion.V1). For mongosh: --apiVersion 1. A driver must be of 2021 or later for it.`,
    says`To try it here: mongowhy --driver-options with a file that holds {"serverApi": "1"}.`,
    says`Or on the server: db.adminCommand({ setParameter: 1, requireApiVersion: false }), if nobody meant to require it.`,
  ],
  version: [says`Declare version "1", the only one that servers know.`],
  strict: [
    says`Leave strict out of serverApi, or replace the command: https://www.mongodb.com/docs/manual/reference/stable-api/ lists those that are in the API.`,
  ],
  deprecated: [says`Leave deprecationErrors out of serverApi, or replace the command.`],
  mismatch: [
    says`Use one client, with one serverApi, for everything in a transaction and for reading a cursor to its end.`,
  ],
  'strict-alone': [says`Add a version to serverApi: { version: "1", strict: true }.`],
}

function refusals(
  evidence: Evidence,
): readonly { readonly refusal: Refusal; readonly endpoint: Endpoint | null; readonly says: Citation }[] {
  const found: { look: Parameters<typeof cite>[0]; code: number | null }[] = []
  for (const look of seenBy(evidence, 'wire.hello')) {
    if (look.saw.outcome.is === 'error') found.push({ look, code: look.saw.outcome.code })
  }
  for (const look of seenBy(evidence, 'driver.connect')) {
    if (look.saw.outcome.is === 'failed') found.push({ look, code: look.saw.outcome.error.code })
  }
  for (const look of seenBy(evidence, 'auth.login')) {
    const { outcome } = look.saw
    if (outcome.is === 'rejected' || outcome.is === 'failed') found.push({ look, code: outcome.error.code })
  }
  for (const look of seenBy(evidence, 'ops.run')) {
    if (look.saw.outcome.is === 'failed') found.push({ look, code: look.saw.outcome.error.code })
  }
  return found.flatMap(({ look, code }) => {
    const refusal = code === null ? undefined : codes.get(code)
    if (refusal === undefined || code === null) return []
    return [
      { refusal, endpoint: look.ask.endpoint, says: cite(look, says`the server refused with code ${code}`) },
    ]
  })
}
