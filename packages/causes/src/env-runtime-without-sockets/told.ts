import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'env-runtime-without-sockets',
  title: 'The runtime has no sockets',
  shownBy: 'error-text',
  explanation: says`MongoDB's drivers speak TCP and DNS. Browsers, edge functions (Vercel Edge, Next.js middleware) and some workers have neither, so the driver cannot even be loaded there, whatever the connection string says.`,
  steps: [
    says`Run the code that uses MongoDB in the Node runtime: in Next.js export const runtime = 'nodejs' in that route, and no driver in middleware.ts or in a component that is sent to the browser.`,
    says`Put "import 'server-only'" at the top of the module that connects: the build then names the file that drags it into the browser.`,
    says`If a bundler merely cannot resolve net, tls, dns or an optional module in code that does run in Node, leave the driver out of the bundle: serverExternalPackages: ['mongodb'], or externals.`,
    says`From where there are no sockets, call an HTTP interface of your own that runs in Node.`,
  ],
  confirm: says`Log typeof process and process.versions.node where the driver is imported: without a version of Node there, it is this.`,
})
