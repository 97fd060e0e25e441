import { hostKind } from './endpoint.ts'
import type { DnsRecord } from './sightings/index.ts'

export interface SrvTarget {
  readonly target: string
  readonly port: number
}

/** Why the drivers refuse a target: it lies outside the parent's domain, or has no level more than a short parent. */
export interface ForeignTarget extends SrvTarget {
  readonly problem: 'other-domain' | 'no-more-levels' | 'not-a-name'
}

/** A DNS name as the drivers compare it: lower case, without the dot at its end. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

/**
 * The targets that drivers refuse ("Initial DNS Seedlist Discovery"): a target must share the parent's domain, which is
 * the parent without its first label; of a parent of fewer than three labels it is the whole name, and the target must
 * then have more labels than it. Empty: all are legal.
 */
export function foreignSrvTargets(parent: string, records: readonly DnsRecord[]): readonly ForeignTarget[] {
  return srvTargets(records).flatMap((each): readonly ForeignTarget[] => {
    const problem = problemOf(normalName(parent), each.target)
    return problem === null ? [] : [{ ...each, problem }]
  })
}

/** Whether the drivers take every target. */
export function srvRecordsLegal(parent: string, records: readonly DnsRecord[]): boolean {
  return foreignSrvTargets(parent, records).length === 0
}

/** The SRV records among others, their targets in the form in which names are compared. */
export function srvTargets(records: readonly DnsRecord[]): readonly SrvTarget[] {
  return records.flatMap((record) =>
    record.type === 'SRV' ? [{ target: normalName(record.target), port: record.port }] : [],
  )
}

function problemOf(parent: string, target: string): ForeignTarget['problem'] | null {
  if (target === '' || hostKind(target) !== 'name') return 'not-a-name'
  const parentLabels = parent.split('.')
  const short = parentLabels.length < 3
  if (short && target.split('.').length <= parentLabels.length) return 'no-more-levels'
  const domain = short ? parent : parentLabels.slice(1).join('.')
  return `.${target.split('.').slice(1).join('.')}`.endsWith(`.${domain}`) ? null : 'other-domain'
}

export interface TxtOptions {
  readonly authSource: string | null
  readonly replicaSet: string | null
  readonly loadBalanced: boolean | null
}

export type TxtProblem =
  | { readonly is: 'many-records'; readonly count: number }
  | { readonly is: 'other-option'; readonly names: readonly string[] }
  | { readonly is: 'empty-option'; readonly names: readonly string[] }

const txtNames: readonly string[] = ['authSource', 'replicaSet', 'loadBalanced']
const shownNames = 8

/**
 * The options that a seed list's TXT record sets, and the problem for which drivers refuse it: more than one record, an
 * option other than `authSource`, `replicaSet` and `loadBalanced`, or an empty one.
 */
export function txtOptions(records: readonly DnsRecord[]): {
  readonly options: TxtOptions
  readonly problem: TxtProblem | null
} {
  const texts = records.flatMap((record) => (record.type === 'TXT' ? [record.text] : []))
  const given = new URLSearchParams(texts[0] ?? '')
  const loadBalanced = given.get('loadBalanced')
  const options: TxtOptions = {
    authSource: given.get('authSource'),
    replicaSet: given.get('replicaSet'),
    loadBalanced: loadBalanced === null ? null : loadBalanced === 'true',
  }
  return { options, problem: problemOfTxt(texts.length, given) }
}

function problemOfTxt(count: number, given: URLSearchParams): TxtProblem | null {
  if (count > 1) return { is: 'many-records', count }
  const others = [...given.keys()].filter((name) => !txtNames.includes(name))
  if (others.length > 0) return { is: 'other-option', names: others.slice(0, shownNames) }
  const empty = txtNames.filter((name) => given.get(name) === '')
  return empty.length > 0 ? { is: 'empty-option', names: empty } : null
}
