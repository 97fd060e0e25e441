export { serveMongo, speakMongo } from './serve-mongo.ts'
export type { ServedMongo } from './serve-mongo.ts'
export { serveReplicaSet } from './serve-replica-set.ts'
export type { MemberOptions, ReplicaSetOptions, ServedMember, ServedReplicaSet } from './serve-replica-set.ts'
export { atlasError, commandError } from './errors.ts'
export type { Fields } from './fields.ts'
export type {
  GrantedRole,
  HookReply,
  Mechanism,
  MongoOptions,
  MongoRequest,
  MongoUser,
  Privilege,
  ServerRole,
} from './options.ts'
export type { SeenCommand } from './server.ts'
