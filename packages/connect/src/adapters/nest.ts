import { connect } from '../connect.ts'
import type { CollectionDefinitions } from '../collections/define.ts'
import type { Mongo } from '../mongo.ts'
import type { ConnectOptions } from '../options.ts'

/** The token of the connection: `constructor(@Inject(MONGO) private readonly mongo: Mongo) {}`. */
export const MONGO: unique symbol = Symbol('mongowhy.nest')

const closer: unique symbol = Symbol('mongowhy.nest.closer')

interface Provider {
  readonly provide: symbol
  // Nest's own type has a list that can be changed.
  readonly inject: symbol[]
  readonly useFactory: (...injected: never[]) => unknown
}

/** What NestJS calls a dynamic module. */
export interface MongoDynamicModule {
  readonly module: typeof MongoModule
  readonly global: true
  readonly providers: Provider[]
  readonly exports: symbol[]
}

/** A module for NestJS: `imports: [MongoModule.forRoot({ collections })]`. Connects at start, closes at shutdown. */
// Nest knows modules by their class.
// oxlint-disable-next-line typescript/no-extraneous-class
export class MongoModule {
  static forRoot<Definitions extends CollectionDefinitions = Record<never, never>>(
    options: ConnectOptions<Definitions> = {},
  ): MongoDynamicModule {
    return {
      module: MongoModule,
      global: true,
      providers: [
        { provide: MONGO, inject: [], useFactory: () => connect(options) },
        {
          provide: closer,
          inject: [MONGO],
          useFactory: (mongo: Mongo) => ({ onApplicationShutdown: () => mongo.close() }),
        },
      ],
      exports: [MONGO],
    }
  }
}
