/** The layers of a connection, in the order in which a driver meets them. */
export const stages = [
  'uri',
  'env',
  'dns',
  'tcp',
  'proxy',
  'tls',
  'wire',
  'topology',
  'auth',
  'authz',
  'ops',
  'atlas',
  'server',
  'client',
] as const

export type Stage = (typeof stages)[number]

/** Permanent: folder, page and lab fault carry the same name. */
export type CauseCode = `${Stage}-${string}`

/** The stage that a cause belongs to, read from its code. */
export function stageOf(code: CauseCode): Stage {
  const stage = stages.find((candidate) => code.startsWith(`${candidate}-`))
  if (stage === undefined) throw new TypeError(`not a cause code: ${code}`)
  return stage
}

/** Position of a stage in the order of a connection; smaller comes first. */
export function stageOrder(stage: Stage): number {
  return stages.indexOf(stage)
}
