import { says } from '@mongowhy/core'

import { clientFine, serverAtFault } from './checks/blame.ts'
import {
  certificateAtFault,
  certificateDefect,
  certificateFine,
  certificateInTime,
  certificatesTried,
  dateDefects,
  issuerDefects,
  nameDefects,
  trustDefects,
} from './checks/certificate.ts'
import { accessList, dnsWorks, networkAtFault, tcpWorks, tlsInspected, timeOuts } from './checks/network.ts'
import { noPrimary, serverDown, serverUp } from './checks/servers.ts'
import { credentials, fails, neverWorked, works } from './checks/session.ts'
import { helloFine, libraryFine, relaxedWorks } from './checks/tls.ts'
import { unchecked } from './checked.ts'
import type { Check, CheckedStatement, Judgement } from './checked.ts'
import { claimsIn } from './claims.ts'
import type { Claim } from './claims.ts'
import type { Observed } from './observed.ts'
import type { Statement } from './said.ts'

/** A statement held against the evidence: the claim in it that is contradicted, else one that is supported. */
export function checkStatement(statement: Statement, observed: Observed): CheckedStatement {
  const checks = claimsIn(statement.text).map((claim) => ({ claim, ...checkClaim(claim, observed) }))
  const weightiest = checks.toSorted((a, b) => weight[b.judgement] - weight[a.judgement])[0]
  if (weightiest !== undefined) return { statement, ...weightiest }
  return { statement, claim: null, ...unchecked(says`Nothing in the evidence speaks of it.`) }
}

const weight: Readonly<Record<Judgement, number>> = { contradicted: 2, supported: 1, 'cannot be checked': 0 }

export function checkClaim(claim: Claim, of: Observed): Check {
  switch (claim) {
    case 'relaxed-works':
      return relaxedWorks(of)
    case 'certificate-at-fault':
      return certificateAtFault(of)
    case 'certificate-expired':
      return certificateDefect(of, dateDefects)
    case 'certificate-in-time':
      return certificateInTime(of)
    case 'certificate-name':
      return certificateDefect(of, nameDefects)
    case 'certificate-untrusted':
      return certificateDefect(of, trustDefects)
    case 'chain-incomplete':
      return certificateDefect(of, issuerDefects)
    case 'certificates-tried':
      return certificatesTried(of)
    case 'certificate-fine':
      return certificateFine(of)
    case 'server-at-fault':
      return serverAtFault(of)
    case 'client-fine':
      return clientFine(of)
    case 'tls-library-fine':
    case 'driver-fine':
      return libraryFine(of)
    case 'tls-version-fine':
      return helloFine(of, 'version')
    case 'cipher-fine':
      return helloFine(of, 'cipher')
    case 'tcp-works':
      return tcpWorks(of)
    case 'tls-inspected':
      return tlsInspected(of)
    case 'network-at-fault':
      return networkAtFault(of)
    case 'dns-works':
      return dnsWorks(of, true)
    case 'dns-at-fault':
      return dnsWorks(of, false)
    case 'credentials-at-fault':
      return credentials(of, 'wrong')
    case 'credentials-fine':
      return credentials(of, 'right')
    case 'access-list':
      return accessList(of)
    case 'time-outs':
      return timeOuts(of)
    case 'server-down':
      return serverDown(of)
    case 'server-up':
      return serverUp(of)
    case 'no-primary':
      return noPrimary(of)
    case 'works':
      return works(of)
    case 'never-worked':
      return neverWorked(of)
    case 'fails':
      return fails(of)
  }
}
