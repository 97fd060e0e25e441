import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'client-not-connected',
  title: 'The operation runs on a connection that was never opened, or is closed already',
  shownBy: 'error-text',
  explanation: says`The code uses a client before connect was awaited, after close was called, or another instance than the one that was connected. With Mongoose the model waits in silence for a connection that nobody opens, and gives up after ten seconds.`,
  steps: [
    says`Wait for the connection before the first query: await mongoose.connect(uri), await client.connect(); and let its rejection reach the start of the program, so that it is seen.`,
    says`With Mongoose: is it the same instance and connection? mongoose.createConnection needs models of its own (connection.model), and two copies of the package are two worlds (npm ls mongoose).`,
    says`Look for a close() in a request or a test's end that other code still runs after.`,
    says`In serverless code, keep the promise of the connection outside of the handler and await it in the handler.`,
  ],
  confirm: says`Log readyState of the very connection that the model uses (Model.db.readyState) right before the query: 1 is connected; 0 or 2 means that it is this.`,
})
