import { commands } from '../arguments/tables.ts'
import type { CommandRow } from '../arguments/tables.ts'
import type { Arguments } from '../arguments/parse.ts'
import { exitStatus, UsageError } from '../exit-status.ts'
import type { ExitStatus } from '../exit-status.ts'
import { print } from '../stdout.ts'

/** `mongowhy completion bash|zsh|fish`. */
export async function completion({ positionals }: Arguments): Promise<ExitStatus> {
  const [shell, ...rest] = positionals
  const script = rest.length === 0 ? scripts.get(shell ?? '') : undefined
  if (script === undefined) throw new UsageError('completion wants one shell: bash, zsh or fish')
  await print(script())
  return exitStatus.healthy
}

const scripts: ReadonlyMap<string, () => string> = new Map([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
])

const long = ({ options }: CommandRow): string => options.map(({ name }) => `--${name}`).join(' ')
const names = commands.map(({ name }) => name).join(' ')
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

function filesOf(command: CommandRow): readonly string[] {
  return command.options.filter(({ file }) => file === true).map(({ name }) => `--${name}`)
}

function takesFiles({ takes }: CommandRow): boolean {
  return /json|file|path/i.test(takes)
}

function bash(): string {
  const [standard] = commands
  const cases = commands.map((command) => `    ${command.name}) options='${long(command)}' ;;`)
  const files = standard === undefined ? '' : filesOf(standard).join('|')
  return `# mongowhy completion for bash: source <(mongowhy completion bash)
_mongowhy() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} options
  case $before in
    ${files}) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
  esac
  case \${COMP_WORDS[1]} in
${cases.join('\n')}
    *) options='${standard === undefined ? '' : long(standard)}' ;;
  esac
  if [[ $COMP_CWORD -eq 1 && $word != -* ]]; then options='${names}'; fi
  mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
}
complete -o default -F _mongowhy mongowhy
`
}

function zsh(): string {
  const listed = commands.map(({ name, about }) => `    ${quoted(`${name}:${about.replaceAll(':', '\\:')}`)}`)
  const option = ({ name, value, many, about, file }: CommandRow['options'][number]): string => {
    const what = about.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ' ')
    const argument =
      value === undefined ? '' : `:${value.replaceAll(':', ' ')}:${file === true ? '_files' : ''}`
    return quoted(`${many === true ? '*' : ''}--${name}[${what}]${argument}`)
  }
  const cases = commands.map(
    (command) =>
      `    ${command.name}) _arguments ${[...command.options.map(option), ...(takesFiles(command) ? [quoted('*:file:_files')] : [])].join(' ')} ;;`,
  )
  const [standard] = commands
  return `#compdef mongowhy
# mongowhy completion for zsh: source <(mongowhy completion zsh), after compinit;
# or, for every shell: mongowhy completion zsh > "\${fpath[1]}/_mongowhy"
_mongowhy() {
  local -a commands=(
${listed.join('\n')}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then _describe command commands; return; fi
  case $words[2] in
${cases.join('\n')}
    *) _arguments ${(standard?.options ?? []).map(option).join(' ')} ;;
  esac
}
if [[ $funcstack[1] == _mongowhy ]]; then _mongowhy "$@"; else compdef _mongowhy mongowhy; fi
`
}

function fish(): string {
  const first = commands.map(
    ({ name, about }) => `complete -c mongowhy -f -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
  )
  const options = commands.flatMap((command) =>
    command.options.map(({ name, short, value, file, about }) => {
      const condition =
        command.name === 'diagnose'
          ? `not __fish_seen_subcommand_from ${commands
              .slice(1)
              .map((other) => other.name)
              .join(' ')}`
          : `__fish_seen_subcommand_from ${command.name}`
      const parts = [
        short === undefined ? '' : ` -s ${short}`,
        value === undefined ? '' : ' -r',
        file === true ? ' -F' : '',
      ]
      return `complete -c mongowhy -n ${quoted(condition)} -l ${name}${parts.join('')} -d ${quoted(about)}`
    }),
  )
  return `# mongowhy completion for fish: mongowhy completion fish | source\n${[...first, ...options].join('\n')}\n`
}
