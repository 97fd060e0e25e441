import type { SignRule } from './sign.ts'

const number = (linux: number, apple: number, windows: number): string =>
  `(?:\\[Errno (?:${linux}|${apple})\\]|\\[WinError ${windows}\\]|\\[Errno ${windows}\\]|\\(os error (?:${linux}|${apple}|${windows})\\)|code: (?:${linux}|${apple}|${windows})(?=, kind)|\\(${windows}\\)|errno[:=] ?(?:${linux}|${apple}|${windows})\\b|(?:failed|failure|error) with (?:error )?(?:code|errno|status) (?:${linux}|${apple}|${windows})\\b|\\b(?:error|code|errno)[ :=#(]{1,3}${windows}\\b|SocketErrorCode: )`

const either = (words: string, numbers: string): RegExp => new RegExp(`(?:${words})|${numbers}`, 'i')

/** Operating systems' errors of sockets, by name, by number (Linux, macOS, Windows) and in words. */
export const errnoRules: readonly SignRule[] = [
  {
    sign: 'errno:refused',
    shownBy: either(
      'ECONNREFUSED|connection(?: was)? refused(?! because)|actively refused(?: it)?|WSAECONNREFUSED|ConnectionRefused(?:Error)?\\b|:econnrefused|kind: ConnectionRefused',
      number(111, 61, 10061),
    ),
  },
  {
    sign: 'errno:reset',
    shownBy: either(
      'ECONNRESET(?!.{0,40}Client network socket)|connection reset(?: by peer)?|forcibly closed by the remote host|ConnectionReset(?:Error)?\\b|WSAECONNRESET|wsarecv: ',
      number(104, 54, 10054),
    ),
  },
  {
    sign: 'errno:timeout',
    shownBy: either(
      'ETIMEDOUT|connection timed out|connect timed out|connected party did not properly respond|i/o timeout|Operation timed out|TimedOut\\b|WSAETIMEDOUT',
      number(110, 60, 10060),
    ),
  },
  {
    sign: 'errno:no-route',
    shownBy: either(
      'EHOSTUNREACH|no route to host|unreachable host|NoRouteToHost\\w*|HostUnreachable(?!["\']|:(?! (?:Error connecting to [^\\n]{1,120} :: caused by :: No route|No route))|\\W[^\\n]{0,200}(?:Could not find address|Host not found|Connection refused))',
      number(113, 65, 10065),
    ),
  },
  {
    sign: 'errno:network-down',
    shownBy: either(
      'ENETUNREACH|\\bENETDOWN\\b|network is (?:unreachable(?! or (?:the )?(?:SSL|TLS))|down)|unreachable network|NetworkUnreachable',
      number(101, 51, 10051),
    ),
  },
  {
    sign: 'errno:pipe',
    shownBy: either('\\bEPIPE\\b|broken pipe', number(32, 32, 10058)),
  },
  {
    sign: 'errno:no-address',
    shownBy: either(
      "\\bEADDRNOTAVAIL\\b|(?:cannot|can't) assign requested address|address not available",
      number(99, 49, 10049),
    ),
  },
  { sign: 'errno:address-in-use', shownBy: /\bEADDRINUSE\b|address already in use/i },
  {
    sign: 'errno:no-files',
    shownBy: either('\\bEMFILE\\b|\\bENFILE\\b|too many open files', number(24, 24, 10024)),
  },
  {
    sign: 'errno:no-buffers',
    shownBy: /\bENOBUFS\b|No buffer space available|lacked sufficient buffer space|\(10055\)/i,
  },
  {
    sign: 'errno:no-permission',
    shownBy:
      /\bEACCES\b|\bEPERM\b|\[Errno 1?3\]|access a socket in a way forbidden|\(10013\)|\[WinError 10013\]/i,
  },
]
