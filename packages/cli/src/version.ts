import manifest from '../package.json' with { type: 'json' }

/** The version in package.json. It stands in what is built: an application's own bundle has no such file beside it. */
export function version(): string {
  return manifest.version
}
