/**
 * Why the official Node driver's own parser refuses the form of a string: its error, which may hold pieces of secrets;
 * null when it takes the form. What its options come to is not judged here. Loaded on demand: some 30 ms, against 110 for
 * the whole driver.
 */
export async function driverRefusal(text: string): Promise<string | null> {
  const { ConnectionString } = await import('mongodb-connection-string-url')
  try {
    return new ConnectionString(text).hosts.length > 0 ? null : 'MongoParseError: no hosts'
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'
  }
}
