// maxWireVersion by release (the server's wire_version.h).
const wireVersions: readonly (readonly [release: string, wireVersion: number])[] = [
  ['2.4', 0],
  ['2.6', 2],
  ['3.0', 3],
  ['3.2', 4],
  ['3.4', 5],
  ['3.6', 6],
  ['4.0', 7],
  ['4.2', 8],
  ['4.4', 9],
  ['5.0', 13],
  ['6.0', 17],
  ['7.0', 21],
  ['8.0', 25],
  ['8.2', 27],
]

/** The highest wire version of a release; that of 8.0 for one that is not listed. */
export function wireVersionOf(version: string): number {
  const release = version.split('.').slice(0, 2).join('.')
  return wireVersions.find(([each]) => each === release)?.[1] ?? 25
}
