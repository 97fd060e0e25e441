import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'env-srv-support-missing',
  title: 'The client cannot look up mongodb+srv names',
  shownBy: 'error-text',
  explanation: says`A string that begins with mongodb+srv:// has to be looked up in DNS before it names a host. PyMongo needs the package dnspython for it, some drivers were built without it, and clients from before 2018 do not know the scheme at all. Nothing was looked up, and no host was tried.`,
  steps: [
    says`Python: python -m pip install "pymongo[srv]", with the very interpreter that runs the program (python -m pip, not pip). From PyMongo 4.3 on dnspython comes along.`,
    says`PHP, C and Ruby: libmongoc must have been built with DNS (res_search or DnsQuery); php --ri mongodb says so.`,
    says`Other old clients: update them, or take the long form of the string, mongodb:// with every host, tls=true, replicaSet and authSource. Atlas shows it under Connect, Drivers, for an older driver version.`,
  ],
  confirm: says`python -c "import dns.resolver" with the interpreter that fails: an ImportError settles it.`,
})
