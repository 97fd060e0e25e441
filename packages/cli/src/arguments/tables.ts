/** One option of a command, as help, completion and the parser all read it. `value` is its placeholder. */
export interface OptionRow {
  readonly name: string
  readonly short?: string
  readonly value?: string
  readonly many?: true
  readonly file?: true
  readonly about: string
  readonly fallback?: string
}

export interface CommandRow {
  readonly name: string
  readonly takes: string
  readonly about: string
  readonly options: readonly OptionRow[]
}

const help: OptionRow = { name: 'help', short: 'h', about: 'tells how the command is used' }
const noColor: OptionRow = { name: 'no-color', about: 'no colours; `NO_COLOR` does the same' }
const json: OptionRow = { name: 'json', about: 'prints JSON instead of text' }
const markdown: OptionRow = { name: 'markdown', about: 'prints a report for support as Markdown' }
const html: OptionRow = {
  name: 'html',
  about: 'prints a report for support as one HTML page that needs nothing else',
}
const quiet: OptionRow = { name: 'quiet', about: 'one line for each cause, no progress' }
const anonymize: OptionRow = {
  name: 'anonymize',
  about:
    'replaces names of hosts, databases and owners, and addresses, the same one always alike: host-1, 10.x.x.1',
}
const showUsers: OptionRow = {
  name: 'show-users',
  about: 'keeps user names readable; passwords never are',
}
const verbose: OptionRow = { name: 'verbose', about: 'every look, what was ruled out and by what' }

const diagnoseOptions: readonly OptionRow[] = [
  json,
  markdown,
  html,
  {
    name: 'output',
    value: 'FILE',
    file: true,
    about: 'also writes the full evidence as JSON, readable by you alone',
  },
  { name: 'timeout', value: 'DURATION', about: 'bound on the whole diagnosis', fallback: '15s' },
  { name: 'stage-timeout', value: 'DURATION', about: 'bound on one network step', fallback: '5s' },
  {
    name: 'dns',
    value: 'HOST:PORT',
    many: true,
    about: 'asks this resolver for everything; further ones are compared',
  },
  {
    name: 'resolve',
    value: 'HOST:PORT:ADDRESS',
    many: true,
    about: 'connects to ADDRESS for HOST:PORT, as curl does',
  },
  { name: 'ca-file', value: 'FILE', file: true, about: 'overrides tlsCAFile' },
  { name: 'cert-key-file', value: 'FILE', file: true, about: 'overrides tlsCertificateKeyFile' },
  {
    name: 'proxy',
    value: 'socks5://HOST:PORT',
    about: "goes through a SOCKS5 proxy, as the driver's proxyHost does",
  },
  {
    name: 'write-check',
    value: 'DB.COLLECTION',
    about: 'proves insert, read, update and delete on one document of its own',
  },
  {
    name: 'driver-options',
    value: 'FILE',
    file: true,
    about: 'the options that stand in your code, as JSON',
  },
  {
    name: 'repeat',
    value: 'N',
    about: 'runs the step that fails, or the whole path, N times beside its control',
    fallback: '1',
  },
  { name: 'prove', about: 'tries the smallest change that should make it work, a login included' },
  { name: 'no-prove', about: 'tries no change, not even what is safe' },
  {
    name: 'control',
    value: 'HOST[:PORT]',
    about: 'a host of your choice to tell "us" from "them"',
  },
  { name: 'tls-matrix', about: 'every TLS version and cipher suite that the server takes' },
  {
    name: 'targets',
    value: 'FILE',
    file: true,
    about: 'diagnoses every target of the file, one a line; prints a line of JSON for each',
  },
  { name: 'concurrency', value: 'N', about: 'with --targets: how many at once', fallback: '16' },
  { name: 'evidence', about: 'with --targets: the evidence too' },
  { name: 'offline', about: 'only what needs no network' },
  anonymize,
  showUsers,
  quiet,
  verbose,
  noColor,
  help,
]

/** Every command that there is; the first is the default. */
export const commands: readonly CommandRow[] = [
  {
    name: 'diagnose',
    takes: '[target]',
    about: 'finds out why the target cannot be used, layer by layer; the default command',
    options: diagnoseOptions,
  },
  {
    name: 'explain',
    takes: '[FILE|-|TEXT]',
    about: 'reads an error text or a log of any driver and names the likely causes; offline',
    options: [json, showUsers, noColor, help],
  },
  {
    name: 'report',
    takes: 'EVIDENCE.JSON…',
    about: 'renders saved evidence again, judged by the present rules; several files make a timeline',
    options: [
      json,
      markdown,
      html,
      {
        name: 'said',
        value: 'FILE',
        file: true,
        about:
          'what people tried and concluded, as JSON or Markdown; each claim is held against the evidence',
      },
      { name: 'contact', value: 'TEXT', about: 'whom support should ask' },
      { name: 'cluster', value: 'TEXT', about: 'what support calls the deployment' },
      anonymize,
      showUsers,
      quiet,
      verbose,
      noColor,
      help,
    ],
  },
  {
    name: 'diff',
    takes: 'A.JSON B.JSON',
    about:
      'compares the evidence of two machines or two moments: the first layer where they differ, and what follows',
    options: [json, markdown, anonymize, showUsers, quiet, verbose, noColor, help],
  },
  {
    name: 'lab',
    takes: 'CODE…',
    about: 'starts broken servers, one for each cause code, until Ctrl-C',
    options: [{ name: 'list', about: 'lists what can be started' }, json, noColor, help],
  },
  {
    name: 'demo',
    takes: '[CODE]',
    about: 'starts a broken deployment from the lab and diagnoses it; needs no network',
    options: [json, quiet, verbose, noColor, help],
  },
  {
    name: 'causes',
    takes: '[CODE]',
    about: "lists the causes, or prints one cause's page",
    options: [json, noColor, help],
  },
  {
    name: 'checklist',
    takes: '',
    about: "runs the release checklist against a deployment and an application's endpoints",
    options: [
      { name: 'only', value: 'ID', many: true, about: 'this item alone' },
      { name: 'strict', about: 'counts what was not run as failed' },
      json,
      { name: 'markdown', about: 'prints a Markdown task list' },
      { name: 'junit', value: 'FILE', file: true, about: 'also writes JUnit XML' },
      noColor,
      help,
    ],
  },
  {
    name: 'init',
    takes: '',
    about: 'writes mongowhy.config.json after a look around; overwrites nothing',
    options: [help],
  },
  {
    name: 'clear',
    takes: 'TARGET',
    about: 'empties collections of a database, behind guards',
    options: [
      { name: 'database', value: 'NAME', about: 'the database', fallback: 'that of the target' },
      { name: 'collections', value: 'A,B', many: true, about: 'the collections to empty' },
      { name: 'all', about: 'all its collections, but those of the server itself' },
      { name: 'dry-run', about: 'shows the plan with its counts, and deletes nothing' },
      { name: 'confirm', value: 'NAME', about: "the database's name, for scripts; a person is asked for it" },
      {
        name: 'export',
        value: 'DIR',
        file: true,
        about: 'writes the documents there first, and verifies their count',
      },
      { name: 'batch', value: 'N', about: 'documents deleted at once', fallback: '1000' },
      { name: 'resume', value: 'FILE', file: true, about: 'goes on with a run that was interrupted' },
      {
        name: 'protect',
        value: 'PATTERN',
        many: true,
        about: 'refuses databases and hosts of this name; * is anything',
      },
      { name: 'allow-protected', about: 'lets somebody at a terminal clear what is protected' },
      json,
      noColor,
      help,
    ],
  },
  {
    name: 'completion',
    takes: 'bash|zsh|fish',
    about: 'prints a completion script for a shell',
    options: [help],
  },
  { name: 'help', takes: '[COMMAND]', about: 'tells how a command is used', options: [noColor, help] },
  { name: 'version', takes: '', about: 'prints the version', options: [help] },
]

export type CommandName =
  | 'diagnose'
  | 'explain'
  | 'report'
  | 'diff'
  | 'lab'
  | 'demo'
  | 'causes'
  | 'checklist'
  | 'init'
  | 'clear'
  | 'completion'
  | 'help'
  | 'version'

export function commandNamed(name: string): CommandRow | undefined {
  return commands.find((command) => command.name === name)
}
