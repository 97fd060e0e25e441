import { defineFault } from '../kit/fault.ts'
import type { Fault } from '../kit/fault.ts'
import { ada, startServer } from '../kit/server-fault.ts'

export const fault: Fault = defineFault({
  code: 'authz-list-only',
  summary: 'a user that may read and write one collection, and list nothing',
  certainty: 'certain',
  bearing: 'advisory',
  start: () =>
    startServer(
      {
        users: [
          {
            ...ada,
            roles: [
              {
                role: 'orders',
                db: 'admin',
                privileges: [
                  {
                    resource: { db: 'shop', collection: 'orders' },
                    actions: ['find', 'insert', 'update', 'remove'],
                  },
                ],
              },
            ],
          },
        ],
        data: { 'shop.orders': [{ _id: 1 }] },
      },
      '/shop?authSource=admin',
    ),
})
