import type { DriverName, ShownBy } from '@mongowhy/core'

export const shownByWords: Readonly<Record<ShownBy, string>> = {
  'error-text':
    'No look from outside can show this: the error text of the program does. mongowhy explain reads it.',
  'server-log':
    'No look from outside can show this: the log of the server, or its exit status, does. mongowhy explain reads it.',
  source: 'No look from outside can show this: the source of the application does.',
  'provider-api': 'No look from outside can show this: the provider’s own page or interface does.',
  'long-watch': 'One look cannot show this: it takes a connection that is watched for long.',
}

export const decides = {
  certain: 'admits no other cause',
  likely: 'the usual cause',
  possible: 'one of several',
} as const

const names: Partial<Readonly<Record<DriverName, string>>> = {
  any: 'any',
  node: 'Node.js',
  pymongo: 'PyMongo',
  csharp: 'C#',
  php: 'PHP',
  c: 'C',
  'mongo-shell': 'mongo (legacy)',
  mongosh: 'mongosh',
}

/** A driver as people call it. */
export function driverWords(driver: DriverName): string {
  return names[driver] ?? driver.charAt(0).toUpperCase() + driver.slice(1)
}
