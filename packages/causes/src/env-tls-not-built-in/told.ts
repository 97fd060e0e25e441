import { defineTold, says } from '@mongowhy/core'
import type { ToldCause } from '@mongowhy/core'

export const told: ToldCause = defineTold({
  code: 'env-tls-not-built-in',
  title: 'The driver was built without TLS',
  shownBy: 'error-text',
  explanation: says`The driver, or the library below it, was compiled without a TLS library. It can reach servers without TLS only, and says so as soon as the string asks for TLS, which mongodb+srv:// does by itself.`,
  steps: [
    says`PHP: php --ri mongodb must show libmongoc SSL: enabled. Install the development files of OpenSSL (libssl-dev, openssl-devel), then pecl uninstall mongodb and pecl install mongodb again.`,
    says`The PHP of the web server is often another one than that of the command line: look at phpinfo() there.`,
    says`C, C++, Swift: build libmongoc with -DENABLE_SSL=OPENSSL. Rust: the feature openssl-tls or rustls-tls. Python: a Python without ssl (import ssl fails) must be built again with OpenSSL.`,
    says`Do not switch TLS off to get by: the server would refuse, or the password would cross the network in the clear.`,
  ],
  confirm: says`The same string with mongowhy or mongosh on this machine: if that connects, only the driver's build is at fault.`,
})
