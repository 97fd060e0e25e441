import type { MongoClientOptions } from 'mongodb'

/** A minute of silence, scaled: what the driver notices after 10 and 30 s by itself, it notices here after 0.5 and 1.5. */
export const quick: Required<
  Pick<
    MongoClientOptions,
    | 'heartbeatFrequencyMS'
    | 'minHeartbeatFrequencyMS'
    | 'connectTimeoutMS'
    | 'serverSelectionTimeoutMS'
    | 'socketTimeoutMS'
  >
> = {
  heartbeatFrequencyMS: 500,
  minHeartbeatFrequencyMS: 500,
  connectTimeoutMS: 1_500,
  serverSelectionTimeoutMS: 3_000,
  socketTimeoutMS: 3_000,
}
