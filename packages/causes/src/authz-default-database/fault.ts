import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'authz-default-database',
  summary: 'a user of one database, and a connection string that names none',
  certainty: 'likely',
  start: () =>
    startServer({
      users: [{ ...ada, roles: [{ role: 'readWrite', db: 'shop' }] }],
      data: { 'shop.orders': [{ _id: 1 }] },
    }),
})
